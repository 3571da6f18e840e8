using Microsoft.EntityFrameworkCore;
using OurVoice.Cases.Clock;
using OurVoice.Cases.PolicyStore;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;

namespace OurVoice.Cases.Timing;

/// <summary>Keeps the segments of a case and what is derived from them: due date, next event, and the date in the office's list.</summary>
internal sealed class CaseTimer(OurVoiceDb db, IWorkingCalendars calendars, PolicyBook policies)
{
    private readonly HashSet<Guid> _read = [];

    /// <summary>The clock stands while the office waits for the citizen.</summary>
    public async Task PauseAsync(Case of, DateTime at, CancellationToken cancel)
    {
        var last = await LastAsync(of.Id, cancel);
        if (last is { To: null, Kind: SegmentKind.Running })
        {
            db.Add(last.Pause(at));
        }
    }

    public async Task ResumeAsync(Case of, DateTime at, CancellationToken cancel)
    {
        var last = await LastAsync(of.Id, cancel);
        if (last is { To: null, Kind: SegmentKind.Paused })
        {
            db.Add(last.Resume(at));
        }
    }

    public async Task StopAsync(Case of, DateTime at, CancellationToken cancel)
    {
        var last = await LastAsync(of.Id, cancel);
        if (last.To is null)
        {
            last.Close(at);
        }
    }

    /// <summary>When an act of the citizen counts that counts at once. Time identifies (design.md 4.7): for a confidential case its day, not its hour.</summary>
    public async Task<DateTime> AtOnceAsync(Case of, DateTime now, CancellationToken cancel)
    {
        if (!of.Confidential)
        {
            return now;
        }

        var (day, from) = (PhnomPenh.StartOf(PhnomPenh.DateOf(now)), (await LastAsync(of.Id, cancel)).From);
        return from > day && from <= now ? from : day;
    }

    /// <summary>The newest segment, to go on from.</summary>
    public async Task<ClockSegment> LastAsync(Guid caseId, CancellationToken cancel) =>
        (await SegmentsAsync(caseId, cancel))[^1];

    /// <summary>Computes the case's dates anew from its segments and what has happened in this cycle.</summary>
    public async Task<ClockReading> RefreshAsync(Case of, CaseOffice holder, CancellationToken cancel)
    {
        var reading = await ReadAsync(of, cancel);
        (of.DueAt, of.DueIsProvisional) = (reading.DueAt, reading.IsProvisional);
        of.PromisedDueAt ??= reading.DueAt;
        of.NextEventAt = Earlier(reading.NextEventAt(of.EventsDoneAt), of.PendingAt);
        of.ParkedFrom = await ParkedFromAsync(of, reading, cancel);
        var isOpen = of.State is not (CaseState.Closed or CaseState.Withdrawn);
        holder.OpenFrom = isOpen ? of.ListedFrom : CaseOffice.NothingDue;
        holder.DueAt = (isOpen ? NextOwed(reading) : null) ?? CaseOffice.NothingDue;
        holder.WarnedFrom = (isOpen ? await WarnedFromAsync(of, holder, reading, cancel) : null) ?? CaseOffice.NothingDue;
        if (of.State == CaseState.Closed)
        {
            await EndLateDutiesAsync(of.Id, cancel);
        }

        return reading;
    }

    /// <summary>The clock of the case as it stands, with what this transaction has done so far.</summary>
    public async Task<ClockReading> ReadAsync(Case of, CancellationToken cancel)
    {
        var segments = await SegmentsAsync(of.Id, cancel);
        var known = await calendars.ForOfficesAsync(segments.Select(s => s.OfficeId).ToHashSet(), cancel);
        var reading = CaseClock.Compute(
            await policies.GetAsync(db, of.Side, of.PolicyVersion, cancel), PolicyMatter(of), segments, await CaseFacts.ReadAsync(db, of, cancel), known);
        return reading with { Events = [.. reading.Events.Concat(CitizenReminders.Of(of, segments, known)).OrderBy(e => e.At)] };
    }

    /// <summary>The pause, or what would be one, in which the office waits for the citizen; null when it does not.</summary>
    public async Task<ClockSegment?> QuestionAsync(Case of, CancellationToken cancel) =>
        CitizenReminders.Question(of, await SegmentsAsync(of.Id, cancel));

    /// <summary>Whose rows of the policy hold: Transparency International has its own, whatever the citizen called the matter.</summary>
    public static CaseKind PolicyKind(Case of) => of.Side == Side.Ti ? CaseKind.Corruption : of.Kind;

    /// <summary>What its rows are chosen by.</summary>
    public static Matter PolicyMatter(Case of) => new(PolicyKind(of), of.ServiceCode);

    // Whoever was late owes nothing any more; it keeps reading what it had.
    private async Task EndLateDutiesAsync(Guid caseId, CancellationToken cancel)
    {
        foreach (var late in await db.Set<CaseOffice>().Where(o => o.CaseId == caseId && o.Part == Part.Late && o.To == null).ToListAsync(cancel))
        {
            (late.DueAt, late.WarnedFrom) = (CaseOffice.NothingDue, CaseOffice.NothingDue);
        }
    }

    private static DateTime? NextOwed(ClockReading reading) => reading.Targets.Where(t => t.MetAt is null).Min(t => t.DueAt);

    private async Task<DateTime?> ParkedFromAsync(Case of, ClockReading reading, CancellationToken cancel) =>
        of.State == CaseState.WaitingForCitizen && reading.PausedUntil is null && await LastAsync(of.Id, cancel) is { To: null } last ? last.From : null;

    // While it waits for the citizen and the clock stands there is nothing to do.
    private async Task<DateTime?> WarnedFromAsync(Case of, CaseOffice holder, ClockReading reading, CancellationToken cancel)
    {
        var warned = reading.Events.FirstOrDefault(e => e.Kind is ClockEventKind.Warning or ClockEventKind.Due)?.At;
        var isFromBelow = of is { Level: > 0, State: CaseState.Received or CaseState.Reopened } && holder.From >= (await PeriodAsync(of.Id, cancel)).From;
        return reading.PausedUntil is null ? Earlier(Earlier(warned, of.ParkedFrom), isFromBelow ? holder.From : null) : null;
    }

    private async Task<ClockSegment> PeriodAsync(Guid caseId, CancellationToken cancel)
    {
        var segments = await SegmentsAsync(caseId, cancel);
        return segments.Find(s => (s.Cycle, s.Level) == (segments[^1].Cycle, segments[^1].Level))!;
    }

    private static DateTime? Earlier(DateTime? a, DateTime? b) => a is null || b < a ? b ?? a : a;

    private async Task<List<ClockSegment>> SegmentsAsync(Guid caseId, CancellationToken cancel)
    {
        // Segments added in this transaction are known to the context only; those of before are read once.
        if (_read.Add(caseId))
        {
            await db.Set<ClockSegment>().Where(s => s.CaseId == caseId).LoadAsync(cancel);
        }

        return [.. db.Set<ClockSegment>().Local.Where(s => s.CaseId == caseId)
            .OrderBy(s => s.Cycle).ThenBy(s => s.Level).ThenBy(s => s.From).ThenBy(s => s.To ?? DateTime.MaxValue)];
    }
}
