using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OurVoice.Contracts.Host;

namespace OurVoice.Places.ConfirmHolidays;

/// <summary>Notes that a year's stored list was compared with the announced one: its due dates are no longer provisional.</summary>
internal sealed class ConfirmHolidays(OurVoiceDb db) : IAction
{
    public async Task ConfirmAsync(int year, Actor actor, CancellationToken cancellation)
    {
        var stored = await db.Set<HolidayYear>().SingleOrDefaultAsync(y => y.Year == year, cancellation) ?? throw new RuleBroken("Rule_YearUnknown", year);
        if (!stored.Confirmed)
            stored.Say(confirmed: true, string.Create(CultureInfo.InvariantCulture, $"compared with the announced list, {PhnomPenh.DateOf(actor.At):yyyy-MM-dd}"));
    }
}

internal sealed class ConfirmHolidaysVerb(IRunner runner, TimeProvider time, IStringLocalizer<PlacesText> text) : IHostVerb
{
    public string Words => "confirm holidays";

    public string Usage => "YEAR";

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, CancellationToken cancel)
    {
        if (arguments is not [var word] || !int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var year))
        {
            await output.WriteLineAsync(text["Verb_Usage", Words, Usage].Value);
            return 2;
        }

        try
        {
            var actor = Actor.System(time);
            await runner.RunAsync<ConfirmHolidays>(actor, action => action.ConfirmAsync(year, actor, cancel), cancel);
        }
        catch (RuleBroken broken)
        {
            await output.WriteLineAsync(text[broken.Rule, [.. broken.Arguments]].Value);
            return 1;
        }

        await output.WriteLineAsync(text["Verb_Confirmed", word].Value);
        return 0;
    }
}
