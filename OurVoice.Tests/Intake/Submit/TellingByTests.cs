using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using OurVoice.Contracts.Host;
using OurVoice.Intake.Submit;
using OurVoice.Intake.Submit.Steps;

namespace OurVoice.Tests.Intake.Submit;

/// <summary>The form asks whether to tell only by what this installation has.</summary>
public sealed class TellingByTests
{
    [Theory]
    [InlineData("Sms", "012 345 678", "You_TellByEmailOnly", Channel.Email)]
    [InlineData("Email", "a@example.org", null, Channel.Email)]
    [InlineData("Email", "a@example.org", "You_TellBySmsOnly", Channel.Sms)]
    [InlineData("Sms", "012 345 678", null, Channel.Sms, Channel.Email)]
    public async Task To_be_told_by_what_is_not_there_gets_a_sentence(string channel, string contact, string? sentence, params Channel[] there)
    {
        var (form, draft) = await TakeAsync(there, ("channel", channel), ("contact", contact), ("tell", "yes"));
        Assert.Equal(sentence, (await form.CheckAsync(draft, default)).SingleOrDefault()?.Key);
        Assert.Equal((true, contact), (draft.Tell, draft.Contact));
    }

    [Fact]
    public async Task A_number_for_the_office_alone_is_taken_whatever_is_there()
    {
        var (form, draft) = await TakeAsync([Channel.Email], ("channel", "Sms"), ("contact", "012 345 678"));
        Assert.Empty(await form.CheckAsync(draft, default));
    }

    [Fact]
    public async Task Where_there_is_no_way_a_tick_of_an_older_page_counts_for_nothing()
    {
        var (form, draft) = await TakeAsync([], ("channel", "Sms"), ("contact", "012 345 678"), ("tell", "yes"));
        Assert.Empty(await form.CheckAsync(draft, default));
        Assert.False(draft.Tell);
    }

    private static async Task<(YouForm Form, Draft Draft)> TakeAsync(Channel[] there, params (string Name, string Value)[] fields)
    {
        var form = new YouForm(new SiteSettings(Demo: false, "/nowhere") { TellsCitizensBy = there });
        var draft = new Draft();
        var posted = new FormCollection(fields.Append(("named", "yes")).ToDictionary(f => f.Item1, f => new StringValues(f.Item2)));
        await form.TakeAsync(draft, new Posted(posted, upload: null), default);
        return (form, draft);
    }
}
