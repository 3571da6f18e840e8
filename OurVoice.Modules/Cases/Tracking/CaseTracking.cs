using Microsoft.EntityFrameworkCore;
using OurVoice.Cases.Access;
using OurVoice.Cases.CitizenActs;
using OurVoice.Cases.Consents;
using OurVoice.Cases.Exclude;
using OurVoice.Cases.Ladder;
using OurVoice.Cases.Recounts;
using OurVoice.Cases.Referral;
using OurVoice.Cases.Statements;
using OurVoice.Cases.Timeline;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;

namespace OurVoice.Cases.Tracking;

/// <summary>See <see cref="ICaseTracking"/>.</summary>
internal sealed class CaseTracking(IDbContextFactory<OurVoiceDb> databases, ICaseKeys keys, IOffices offices, OfficesAround around, TimeProvider time) : ICaseTracking
{
    public async Task<CaseProgress?> FindAsync(Guid caseId, Lang language, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var on = await db.Set<Case>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == caseId, cancel);
        if (on is null)
        {
            return null;
        }

        var holder = await db.Set<CaseOffice>()
            .Where(o => o.CaseId == caseId && o.Part == Part.Holds && o.To == null)
            .Select(o => new { o.OfficeId, o.From })
            .SingleAsync(cancel);
        var entries = await db.Set<Entry>().AsNoTracking().Where(e => e.CaseId == caseId && e.IsPublic).OrderBy(e => e.Sequence).ToListAsync(cancel);
        var ids = entries.SelectMany(e => (Guid?[])[OfficeOf(e), e.AddressedTo]).OfType<Guid>().Append(holder.OfficeId).ToHashSet();
        var names = (await offices.FindAllAsync(ids, cancel)).ToDictionary(o => o.Id, o => language == Lang.Km ? o.NameKm : o.NameEn);
        using var key = await keys.FindAsync(caseId, cancel);
        var steps = entries.Select(e => Step(e, names, key)).ToList();
        var progress = Progress(on, names.GetValueOrDefault(holder.OfficeId, ""), entries, steps, NamedNow(on, entries) ? NamedBody.Of(on.ReferredTo, on.ReferredToName, caseId, key, language) : null);
        var isOver = IsOver(on);
        var consent = isOver || on.Side == Side.Ti ? null : await ConsentAsync(db, caseId, entries, steps, language, cancel);
        var nameable = await around.OfAsync(on.PlaceCode, cancel);
        var consents = await db.Set<Consent>().AsNoTracking().Where(c => c.CaseId == caseId).OrderBy(c => c.AskedOn).ThenBy(c => c.Id).ToListAsync(cancel);
        return progress with
        {
            Nameable = [.. nameable.Select(o => new NameableOffice(o.Id, language == Lang.Km ? o.NameKm : o.NameEn))],
            Consents = [.. consents.Where(c => !isOver || c.State != ConsentState.Asked).Select(c => new ConsentQuestion(c.Id, c.NameFor(language, key) ?? "", c.State, c.AnsweredOn ?? c.AskedOn, c.ByCall))],
            StatementConsent = consent,
            IsAtTi = on.Side == Side.Ti,
            NobodyMay = on is { Side: Side.Ti, WithdrawnAt: null, ErasedAt: null } && !await HasTakerAsync(db, on, holder.From, cancel),
            ClosedOn = on.State == CaseState.Closed ? on.ClosedOn : null,
            SolvedFrom = on.Assisted ? Day(entries.Find(e => e is { Kind: EntryKind.JudgedSolved, IsPending: true })?.At) : null,
        };
    }

    // A case whose time in the list is still to come is judged as of then.
    private async Task<bool> HasTakerAsync(OurVoiceDb db, Case on, DateTime heldFrom, CancellationToken cancel)
    {
        DateTime[] instants = [time.GetUtcNow().UtcDateTime, on.ListedFrom, heldFrom];
        return await db.HoldersOf(on.Id, instants.Max()).AnyAsync(cancel);
    }

    private async Task<ConsentAsked?> ConsentAsync(
        OurVoiceDb db, Guid caseId, List<Entry> entries, IReadOnlyList<CaseStep> steps, Lang language, CancellationToken cancel)
    {
        var said = entries.Where(e => e.Kind is EntryKind.StatementAgreed or EntryKind.StatementRefused).Select(e => e.Detail).ToHashSet(StringComparer.Ordinal);
        var waiting = await db.Set<Statement>().AsNoTracking()
            .Where(s => s.State == StatementState.AwaitsConsent && db.StatementsOf(caseId).Contains(s.Id))
            .OrderBy(s => s.From)
            .ToListAsync(cancel);
        if (waiting.Find(s => !said.Contains(s.Id.ToString("N"))) is not { } asked || await offices.FindAsync(asked.OfficeId, cancel) is not { } office)
        {
            return null;
        }

        // The very words that the office would read: the step has a copy of them under the case's key.
        var detail = asked.Id.ToString("N");
        var step = entries.FindIndex(e => e.Kind == EntryKind.StatementAsked && e.Detail == detail);
        return steps[step].Words is { } words ? new ConsentAsked(asked.Id, language == Lang.Km ? office.NameKm : office.NameEn, words) : null;
    }

    private static bool IsOver(Case on) => on.State is CaseState.Closed or CaseState.Withdrawn || on.ErasedAt is not null;

    // Named in an earlier cycle it is history: the citizen was not content with it.
    private static bool NamedNow(Case on, List<Entry> entries) => entries.Exists(e => e.Cycle == on.Cycle
        && (e.Kind == EntryKind.Referred || (e.Kind == EntryKind.Closed && e.Detail == nameof(CaseOutcome.NotWithinMandate))));

    // The citizen is told who has the case now.
    private static Guid? OfficeOf(Entry entry) => entry.TransferredTo ?? entry.OfficeId;

    private static CaseStep Step(Entry entry, Dictionary<Guid, string> names, CaseKey? key) => new(
        entry.Id,
        entry.Kind.ToString(),
        PhnomPenh.DateOf(entry.At),
        OfficeOf(entry) is { } office ? names.GetValueOrDefault(office) : null,
        entry.Words is { } words ? key?.Open(Entry.WordsAt(entry.CaseId, entry.Id), words) : null,
        entry.At)
    {
        How = HowOf(entry),
        Advised = entry.AddressedTo is { } advised ? names.GetValueOrDefault(advised) : null,
        Moved = entry.Kind == EntryKind.DueMoved && MovedDue.Of(entry.Detail) is { } moved
            ? new DueMove(moved.Cause, PhnomPenh.DateOf(moved.From), PhnomPenh.DateOf(moved.To))
            : null,
    };

    // Of a conflict nothing more is said than that the case is elsewhere.
    private static string? HowOf(Entry entry) => entry.Kind switch
    {
        EntryKind.OutcomeNoted => entry.Detail,
        EntryKind.Climbed when entry.Detail != nameof(MoveReason.Conflict) => entry.Detail,
        _ => null,
    };

    private CaseProgress Progress(Case on, string office, List<Entry> entries, IReadOnlyList<CaseStep> steps, string? referredTo)
    {
        var isOver = IsOver(on);
        bool Waits(EntryKind kind) => entries.Exists(e => e.Kind == kind && e.IsPending);
        var judging = entries.ConvertAll(e => (e.Kind, e.Level, e.Sequence, e.At));
        return new CaseProgress(
            on.Number, on.Kind, on.State, on.Outcome, office, on.Level, on.ReceivedOn,
            Day(on.PromisedDueAt), isOver ? null : Day(on.DueAt), on.DueIsProvisional, steps,
            MayAnswer: on.State == CaseState.WaitingForCitizen && !Waits(EntryKind.CitizenWrote),
            MayWrite: !isOver,
            AskSolved: Judging.Forbids(on, judging, verdict: null, time.GetUtcNow().UtcDateTime) is null,
            FeeAskedRiel: isOver || on.FeeAccepted || Waits(EntryKind.FeeAccepted) ? null : on.FeeAskedRiel,
            referredTo);
    }

    private static DateOnly? Day(DateTime? utc) => utc is { } at ? PhnomPenh.DateOf(at) : null;
}
