using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;
using OurVoice.Places.ImportHolidays;

namespace OurVoice.Places.ConfirmHolidays;

/// <summary>Notes that a year's stored list was compared with the announced one: its due dates are no longer provisional. It can be taken back.</summary>
internal sealed class ConfirmHolidays(OurVoiceDb db, IMediator mediator, CalendarKeepers keepers) : IAction
{
    /// <param name="year">Which.</param>
    /// <param name="source">Where it was announced; null for the note that somebody has compared it today.</param>
    /// <param name="seen">The year's version when its days were looked at; null where nobody looked at them here.</param>
    /// <param name="actor">Who.</param>
    /// <param name="cancellation">Ends the query.</param>
    /// <exception cref="RuleBroken">NotFound, Rule_YearUnknown, Rule_YearChanged, Rule_YearShort.</exception>
    public async Task ConfirmAsync(int year, string? source, int? seen, Actor actor, CancellationToken cancellation)
    {
        var stored = await FindAsync(year, actor, cancellation);
        if (stored.Confirmed && (source is null || stored.Source == source))
            return;
        Require(seen is null || stored.Version == seen, "Rule_YearChanged");
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        Require(await db.Set<Holiday>().CountAsync(h => h.Date >= first && h.Date <= last, cancellation) >= HolidayFile.LeastDays, "Rule_YearShort", year, HolidayFile.LeastDays);
        stored.Say(confirmed: true, source ?? string.Create(CultureInfo.InvariantCulture, $"compared with the announced list, {PhnomPenh.DateOf(actor.At):yyyy-MM-dd}"));
        await PublishAsync(actor, cancellation);
    }

    /// <exception cref="RuleBroken">NotFound, Rule_YearUnknown, Rule_YearChanged.</exception>
    public async Task TakeBackAsync(int year, int seen, Actor actor, CancellationToken cancellation)
    {
        var stored = await FindAsync(year, actor, cancellation);
        if (!stored.Confirmed)
            return;
        Require(stored.Version == seen, "Rule_YearChanged");
        stored.Say(confirmed: false, stored.Source);
        await PublishAsync(actor, cancellation);
    }

    private async Task<HolidayYear> FindAsync(int year, Actor actor, CancellationToken cancellation)
    {
        await keepers.RequireAsync(Side.Government, actor, cancellation);
        return await db.Set<HolidayYear>().SingleOrDefaultAsync(y => y.Year == year, cancellation) ?? throw new RuleBroken("Rule_YearUnknown", year);
    }

    private Task PublishAsync(Actor actor, CancellationToken cancellation) =>
        mediator.Publish(new CalendarChanged(Guid.NewGuid(), CalendarCause.Holidays, OfficeId: null, OfficeKind: null, actor), cancellation);

    private static void Require(bool holds, string rule, params object[] arguments)
    {
        if (!holds)
            throw new RuleBroken(rule, arguments);
    }
}

internal sealed class ConfirmHolidaysVerb(IRunner runner, TimeProvider time, IStringLocalizer<PlacesText> text, IStringLocalizer<CalendarText> rules) : IHostVerb
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
            await runner.RunAsync<ConfirmHolidays>(actor, action => action.ConfirmAsync(year, source: null, seen: null, actor, cancel), cancel);
        }
        catch (RuleBroken broken)
        {
            await output.WriteLineAsync(rules[broken.Rule, [.. broken.Arguments]].Value);
            return 1;
        }

        await output.WriteLineAsync(text["Verb_Confirmed", word].Value);
        return 0;
    }
}
