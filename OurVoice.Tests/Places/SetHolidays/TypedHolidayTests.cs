using OurVoice.Contracts.Host;
using OurVoice.Places;
using OurVoice.Places.SetHolidays;

namespace OurVoice.Tests.Places.SetHolidays;

public sealed class TypedHolidayTests
{
    private static readonly TypedHoliday Good = new("2026-04-14", "ពិធីបុណ្យចូលឆ្នាំ", "Khmer New Year", "Sub-decree 123", "High", "lunar");

    [Fact]
    public void What_is_typed_is_put_in_order() => Assert.Equal(
        new HolidayRow(new(2026, 4, 14), "Khmer New Year", "ពិធីបុណ្យចូលឆ្នាំ", "", HolidayConfidence.High, "អនុក្រឹត្យ ១២៣"),
        (Good with { Date = " ២០២៦-០៤-១៤", NameKm = " ពិធីបុណ្យ\u200Bចូលឆ្នាំ ", NameEn = "Khmer\t New\u00A0Year", Rule = " \u200B", Source = "អនុក្រឹត្យ\n១២៣" }).ToRow(2026));

    public static TheoryData<string, string> Wrong => new()
    {
        { "Rule_HolidayDate", "date 14/4/2026" }, { "Rule_HolidayDate", "date " }, { "Rule_HolidayDate", "date 2026-02-30" }, { "Rule_HolidayYear", "date 2027-04-14" },
        { "Rule_HolidayNameKm", "km New Year" }, { "Rule_HolidayNameKm", "km " + new string('ក', 201) }, { "Rule_HolidayNameEn", "en ចូលឆ្នាំ" }, { "Rule_HolidayNameEn", "en --" },
        { "Rule_HolidayNameEn", "en " + new string('a', 201) }, { "Rule_HolidaySource", "source \u200B" }, { "Rule_HolidaySource", "source " + new string('a', 201) },
        { "Rule_HolidayRule", "rule " + new string('a', 201) }, { "Rule_HolidaySure", "sure 2" }, { "Rule_HolidaySure", "sure Certain" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Each_field_has_its_sentence(string rule, string change)
    {
        var value = change[(change.IndexOf(' ', StringComparison.Ordinal) + 1)..];
        var typed = change.Split(' ')[0] switch
        {
            "date" => Good with { Date = value },
            "km" => Good with { NameKm = value },
            "en" => Good with { NameEn = value },
            "source" => Good with { Source = value },
            "rule" => Good with { Rule = value },
            _ => Good with { Sure = value },
        };
        Assert.Equal(rule, Assert.Throws<RuleBroken>(() => typed.ToRow(2026)).Rule);
        Assert.Equal(Good, TypedHoliday.Of(Good.ToRow(2026)));
    }
}
