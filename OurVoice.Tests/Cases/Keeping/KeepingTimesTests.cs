using Microsoft.Extensions.Configuration;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Web.Settings;

namespace OurVoice.Tests.Cases.Keeping;

public sealed class KeepingTimesTests
{
    [Fact]
    public void Whatever_is_over_is_found_by_counting_months_back_from_today()
    {
        // The sweep asks the database by the second, the action decides by the first; months are of different length.
        foreach (var months in new[] { 1, 6, 12, 24, 60 })
        {
            for (var closed = new DateOnly(2023, 11, 1); closed < new DateOnly(2025, 4, 1); closed = closed.AddDays(1))
            {
                Assert.True(closed <= closed.AddMonths(months).AddDays(1).AddMonths(-months), $"{closed:O}, {months} months");
            }
        }
    }

    [Fact]
    public void An_identity_is_never_kept_longer_than_its_words()
    {
        var times = new KeepingTimes(Support: 3);
        Assert.Equal(new DateOnly(2026, 4, 1), times.IdentityUntil(CaseKind.Support, new(2026, 1, 1)));
        Assert.Equal(new DateOnly(2026, 7, 1), times.IdentityUntil(CaseKind.Complaint, new(2026, 1, 1)));
    }

    [Fact]
    public void Settings_change_the_months_of_one_kind()
    {
        Assert.Equal(new KeepingTimes(), Read(RetentionSettings.Identity, ""));
        Assert.Equal(new KeepingTimes(Corruption: 120), Read(RetentionSettings.Corruption, "120"));
        Assert.Equal(new KeepingTimes(1, 12, 24, 60, 6), Read(RetentionSettings.Support, "1"));
        Assert.Equal(new KeepingTimes(Information: 2), Read(RetentionSettings.Information, "2"));
        Assert.Equal(new KeepingTimes(Complaint: 3), Read(RetentionSettings.Complaint, "3"));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-3")]
    [InlineData("1.5")]
    [InlineData("1201")]
    [InlineData("for ever")]
    public void What_is_no_number_of_months_stops_the_start_with_a_sentence(string value)
    {
        var wrong = Assert.Throws<SettingWrong>(() => Read(RetentionSettings.Complaint, value));
        Assert.Contains($"OurVoice:Retention:ComplaintMonths is '{value}'. It must be a whole number of months from 1 to 1200", wrong.Message, StringComparison.Ordinal);
    }

    private static KeepingTimes Read(string name, string value) => RetentionSettings.Read(new ConfigurationBuilder().AddInMemoryCollection([new(name, value)]).Build());
}
