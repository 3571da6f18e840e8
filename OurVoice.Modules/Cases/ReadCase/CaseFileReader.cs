using Microsoft.EntityFrameworkCore;
using OurVoice.Cases.Absence;
using OurVoice.Cases.Access;
using OurVoice.Cases.Consents;
using OurVoice.Cases.Desk;
using OurVoice.Cases.Mandate;
using OurVoice.Cases.Presence;
using OurVoice.Cases.ReadFile;
using OurVoice.Cases.Recommend;
using OurVoice.Cases.Referral;
using OurVoice.Cases.SaveDraft;
using OurVoice.Cases.Staffing;
using OurVoice.Cases.Timeline;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Intake;
using OurVoice.Contracts.Places;

namespace OurVoice.Cases.ReadCase;

/// <summary>Reads a case for its page, or nothing: not there and not allowed are one.</summary>
internal sealed class CaseFileReader(
    IDbContextFactory<OurVoiceDb> databases, ICaseKeys keys, ISubmissionReader submissions, IOffices offices, IServices services,
    TimelineReader timeline, DueReader dues, AdviceReader advice)
{
    public async Task<bool> MayReadAsync(Guid caseId, Actor actor, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.ReadableCases(actor.AccountId!.Value, actor.At).AnyAsync(c => c.Id == caseId, cancel);
    }

    public async Task<CaseFile?> FindAsync(Guid caseId, Actor actor, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var account = actor.AccountId!.Value;
        var on = await db.ReadableCases(account, actor.At).AsNoTracking().SingleOrDefaultAsync(c => c.Id == caseId, cancel);
        if (on is null)
        {
            return null;
        }

        var seats = await db.Seats(account, actor.At).AsNoTracking().Where(o => o.CaseId == caseId).ToListAsync(cancel);
        var seat = seats.Find(o => o.Part == Part.Holds) ?? seats.MaxBy(o => o.ReadsUpTo)!;
        using var key = await keys.FindAsync(caseId, cancel);
        var content = key is null ? null : await submissions.ReadAsync(caseId, cancel);
        var file = await BaseAsync(db, on, seat, actor, cancel);
        var entries = await timeline.ReadAsync(db, on, actor, content, key, cancel);
        file = await AccusedAsync(db, file, key, actor, cancel) with
        {
            Content = content is null ? null : content with { Files = FileDoor.Known(content.Files, entries.Select(e => e.Id).ToHashSet()) },
            Timeline = entries,
            Drafts = await DraftsAsync(db, caseId, account, key, cancel),
        };
        return file.Holds ? await PresentAsync(db, file, on, seat, key, actor, cancel) : file;
    }

    private async Task<CaseFile> AccusedAsync(OurVoiceDb db, CaseFile file, CaseKey? key, Actor actor, CancellationToken cancel)
    {
        var (today, language) = (PhnomPenh.DateOf(actor.At), actor.Language);

        // A late office reads the case as it stood then.
        var accused = await db.Set<CaseAccused>().AsNoTracking()
            .Where(a => a.CaseId == file.Id && a.NamedOn <= today && (file.Holds || !a.IsLater))
            .OrderBy(a => a.IsLater).ThenBy(a => a.NamedOn).ToListAsync(cancel);
        var named = (await offices.FindAllAsync(accused.Where(a => a.IsLater).Select(a => a.OfficeId).ToHashSet(), cancel)).ToDictionary(o => o.Id);
        return file with
        {
            Accused =
            [
                .. accused.Select(a => new AccusedPerson(
                    named.GetValueOrDefault(a.OfficeId) is { } office ? language.Pick(office.NameKm, office.NameEn) : null, a.Role,
                    a.Name is { } name && key is not null ? key.Open(a.NameAt, name) : null)),
            ],
        };
    }

    private static async Task<Dictionary<CaseField, DraftWords>> DraftsAsync(OurVoiceDb db, Guid caseId, Guid account, CaseKey? key, CancellationToken cancel)
    {
        var drafts = await db.Set<OfficerDraft>().AsNoTracking().Where(d => d.CaseId == caseId && d.AccountId == account).ToListAsync(cancel);
        return key is null ? [] : drafts.ToDictionary(
            d => d.Field, d => new DraftWords(key.Open(OfficerDraft.WordsAt(caseId, account, d.Field), d.Words), d.BaseVersion, d.SavedAt));
    }

    private static async Task<IReadOnlyList<Colleague>> ColleaguesAsync(OurVoiceDb db, Case on, Guid officeId, Actor actor, CancellationToken cancel)
    {
        var members = db.WorkingMembers(actor.At).Where(m => m.OfficeId == officeId).Select(m => m.AccountId);
        var able = await db.HoldersOf(on.Id, actor.At).AsNoTracking().Where(a => members.Contains(a.Id)).ToListAsync(cancel);
        var away = await db.Set<Leave>().Where(l => l.From <= actor.At && l.To > actor.At).Where(l => members.Contains(l.AccountId)).ToListAsync(cancel);
        DateOnly? AwayTo(Guid id) => away.Find(l => l.AccountId == id) is { } leave ? PhnomPenh.DateOf(leave.To).AddDays(-1) : null;
        return [.. able.Select(a => new Colleague(a.Id, a.NameFor(actor.Language), AwayTo(a.Id))).OrderBy(c => c.Name, StringComparer.Ordinal)];
    }

    private static Task<bool> DoneAsync(OurVoiceDb db, Case on, EntryKind kind, CancellationToken cancel) =>
        db.Set<Entry>().AnyAsync(e => e.CaseId == on.Id && e.Cycle == on.Cycle && e.Kind == kind, cancel);

    private static async Task<IReadOnlyList<ConsentLine>> ConsentsAsync(OurVoiceDb db, Case on, CaseKey? key, Actor actor, CancellationToken cancel)
    {
        var all = await db.Set<Consent>().AsNoTracking().Where(c => c.CaseId == on.Id).OrderBy(c => c.AskedOn).ThenBy(c => c.Id).ToListAsync(cancel);
        return [.. all.Select(c => new ConsentLine(c.Id, c.NameFor(actor.Language, key) ?? "", c.StateAt(actor.At), c.DayAt(actor.At), c.ByCall))];
    }

    private async Task<CaseFile> BaseAsync(OurVoiceDb db, Case on, CaseOffice seat, Actor actor, CancellationToken cancel)
    {
        Guid?[] ids = [seat.OfficeId, on.TargetOfficeId, on.FirstAddressId];
        var named = (await offices.FindAllAsync(ids.OfType<Guid>().ToHashSet(), cancel)).ToDictionary(o => o.Id, o => actor.Language.Pick(o.NameKm, o.NameEn));
        string? Name(Guid? id) => id is { } known ? named.GetValueOrDefault(known) : null;
        return new()
        {
            Id = on.Id,
            Version = on.Version,
            Number = on.Number,
            Kind = on.Kind,
            Side = on.Side,
            Assisted = on.Assisted,
            IsParked = seat.Part == Part.Holds && on.ParkedFrom is not null,
            Holds = seat.Part == Part.Holds,
            IsHead = seat.Part == Part.Holds && await new Workers(db).IsHeadAsync(seat.OfficeId, actor.AccountId, actor.At, cancel),
            ReceivedOn = on.ReceivedOn,
            DueAt = seat.DueAt == CaseOffice.NothingDue ? null : seat.DueAt,
            PlaceCode = on.PlaceCode,
            OfficeId = seat.OfficeId,
            TargetOfficeId = on.TargetOfficeId,
            AsksStatements = on.Side == Side.Government,
            Place = actor.Language.Pick(on.PlaceNameKm, on.PlaceNameEn),
            Office = Name(seat.OfficeId) ?? "",
            TargetOffice = Name(on.TargetOfficeId),
            FirstAddress = Name(on.FirstAddressId),
            RouteReason = on.RouteReason,
            Service = on.ServiceCode is { } code ? await services.FindAsync(code, cancel) : null,
            Timeline = [],
            Dues = [],
            Colleagues = [],
            Drafts = new Dictionary<CaseField, DraftWords>(),
        };
    }

    private async Task<CaseFile> PresentAsync(OurVoiceDb db, CaseFile file, Case on, CaseOffice seat, CaseKey? key, Actor actor, CancellationToken cancel)
    {
        var assigned = on.AssignedTo is { } id ? await db.Set<Account>().AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, cancel) : null;
        var owed = await dues.ReadAsync(db, on, cancel);
        return file with
        {
            State = on.State,
            Outcome = on.Outcome,
            Level = on.Level,
            DueIsProvisional = on.DueIsProvisional,
            PromisedDueAt = on.PromisedDueAt,
            AssignedTo = assigned?.NameFor(actor.Language),
            IsMine = on.AssignedTo == actor.AccountId,
            IsUnassigned = on.AssignedTo is null,
            ReferredTo = NamedBody.Of(on.ReferredTo, on.ReferredToName, on.Id, key, actor.Language),
            FeeAskedRiel = on.FeeAskedRiel,
            FeeAccepted = on.FeeAccepted,
            Dues = owed,
            Urgency = on.Urgency,
            IsAssessed = await DoneAsync(db, on, EntryKind.Assessed, cancel),
            IsAccepted = await DoneAsync(db, on, EntryKind.Accepted, cancel),
            Consents = await ConsentsAsync(db, on, key, actor, cancel),
            Holidays = await dues.HolidaysAsync(owed, actor.Language, cancel),
            MandateIsOpen = DecideMandate.IsOmbudsman((await offices.FindAsync(seat.OfficeId, cancel))?.Kind)
                && !await db.Set<Entry>().AnyAsync(
                    e => e.CaseId == on.Id && e.Kind == EntryKind.MandateAccepted && e.OfficeId == seat.OfficeId && e.Cycle == on.Cycle, cancel),
            Advice = await advice.ReadAsync(db, on.Id, seat.OfficeId, actor, cancel),
            ExcludedOffices = await db.Set<CaseExcluded>().Where(x => x.CaseId == on.Id && x.OfficeId != Guid.Empty).Select(x => x.OfficeId).ToHashSetAsync(cancel),
            Colleagues = file.IsHead ? await ColleaguesAsync(db, on, seat.OfficeId, actor, cancel) : [],
        };
    }
}
