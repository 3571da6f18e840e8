using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OurVoice.Cases.Access;
using OurVoice.Cases.Assess;
using OurVoice.Cases.Desk;
using OurVoice.Cases.Ladder;
using OurVoice.Cases.OpenIdentity;
using OurVoice.Cases.Recommend;
using OurVoice.Cases.Recounts;
using OurVoice.Cases.Referral;
using OurVoice.Cases.Statements;
using OurVoice.Cases.Timeline;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Intake;
using OurVoice.Contracts.Places;

namespace OurVoice.Cases.ReadCase;

/// <summary>Opens the timeline: officers' words from the entries, the citizen's from Intake under the same ids.</summary>
internal sealed class TimelineReader(IOffices offices, IStringLocalizer<CasesText> text)
{
    /// <param name="db">An open context.</param>
    /// <param name="on">The case; the access rule has been asked.</param>
    /// <param name="reader">The officer, now.</param>
    /// <param name="content">The citizen's words, or null.</param>
    /// <param name="key">The case's key, or null when it is gone.</param>
    /// <param name="cancel">Ends the queries.</param>
    public async Task<IReadOnlyList<TimelineItem>> ReadAsync(
        OurVoiceDb db, Case on, Actor reader, SubmissionContent? content, CaseKey? key, CancellationToken cancel)
    {
        var entries = await db.ReadableEntries(on.Id, reader.AccountId!.Value, reader.At).AsNoTracking().OrderBy(e => e.Sequence).ToListAsync(cancel);
        var language = reader.Language;
        var statements = await StatementsAsync(db, on.Id, cancel);
        var opener = new Opener(on, key, language, await PeopleAsync(db, entries, language, cancel), await OfficesAsync(entries, statements, language, cancel), statements,
            content?.Messages.ToDictionary(m => m.Id, m => m.Words) ?? [], text);
        return [.. entries.Select(opener.Open)];
    }

    private static async Task<Dictionary<Guid, string>> PeopleAsync(OurVoiceDb db, List<Entry> entries, Lang language, CancellationToken cancel)
    {
        var ids = entries.Select(e => e.AccountId).Concat(entries.Select(e => Guid.TryParse(e.Detail, out var id) ? id : (Guid?)null)).OfType<Guid>().ToHashSet();
        return await db.Set<Account>().AsNoTracking().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.NameFor(language), cancel);
    }

    private static Task<Dictionary<string, Statement>> StatementsAsync(OurVoiceDb db, Guid caseId, CancellationToken cancel) =>
        db.Set<Statement>().AsNoTracking()
            .Where(s => db.StatementsOf(caseId).Contains(s.Id))
            .ToDictionaryAsync(s => s.Id.ToString("N"), StringComparer.Ordinal, cancel);

    private async Task<Dictionary<Guid, string>> OfficesAsync(
        List<Entry> entries, Dictionary<string, Statement> statements, Lang language, CancellationToken cancel) =>
        (await offices.FindAllAsync(
            entries.SelectMany(e => (Guid?[])[e.OfficeId, e.TransferredTo, e.AddressedTo]).OfType<Guid>().Concat(statements.Values.Select(s => s.OfficeId)).ToHashSet(), cancel))
            .ToDictionary(o => o.Id, o => language.Pick(o.NameKm, o.NameEn));

    private sealed record Opener(
        Case On, CaseKey? Key, Lang Language, Dictionary<Guid, string> People, Dictionary<Guid, string> Offices,
        Dictionary<string, Statement> Statements, Dictionary<Guid, string> Messages, IStringLocalizer<CasesText> Text)
    {
        public TimelineItem Open(Entry entry)
        {
            var byOfficer = entry.AccountId is not null;
            var person = entry.AccountId is { } account ? People.GetValueOrDefault(account) : null;
            var office = entry.OfficeId is { } id ? Offices.GetValueOrDefault(id) : null;
            return new(
                entry.Id, entry.Sequence, entry.Kind, PhnomPenh.DateOf(entry.At),
                byOfficer ? TimeOnly.FromDateTime(PhnomPenh.ToLocal(entry.At)) : null,
                (person, office) is ({ } name, { } at) ? $"{name}, {at}" : person ?? office,
                WordsOf(entry), Extra(entry), entry.IsPublic);
        }

        private string? WordsOf(Entry entry) => entry.Words is { } words
            ? Key?.Open(Entry.WordsAt(entry.CaseId, entry.Id), words)
            : Messages.GetValueOrDefault(entry.Id);

        private string? Extra(Entry entry) => entry.Kind switch
        {
            EntryKind.FeeAsked when long.TryParse(entry.Detail, NumberStyles.None, CultureInfo.InvariantCulture, out var riel) => Formats.Riel(riel, Language),
            EntryKind.StatementAsked when Statements.GetValueOrDefault(entry.Detail ?? "") is { } asked =>
                $"{Offices.GetValueOrDefault(asked.OfficeId)} ({Text["StatementState_" + asked.State]})",
            EntryKind.Assigned => Guid.TryParse(entry.Detail, out var to) ? People.GetValueOrDefault(to) : Text["AssignedTo_Queue"],
            EntryKind.Referred => NamedBody.Of(entry.Detail, entry.Detail == Bodies.Other ? On.ReferredToName : null, On.Id, Key, Language),
            EntryKind.ConsentAsked or EntryKind.ConsentRecorded or EntryKind.ConsentGiven or EntryKind.ConsentRefused => Bodies.Find(entry.Detail)?.Name(Language),
            EntryKind.Assessed when Enum.TryParse<Urgency>(entry.Detail, out var urgency) => Text["Urgency_" + urgency],
            EntryKind.Closed when Enum.TryParse<CaseOutcome>(entry.Detail, out var outcome) => Text["CaseOutcome_" + outcome],
            EntryKind.IdentityOpened when Enum.TryParse<IdentityReason>(entry.Detail, out var why) => Text["IdentityReason_" + why],
            EntryKind.Transferred when entry.TransferredTo is { } to => Offices.GetValueOrDefault(to),
            EntryKind.Recommended when entry.AddressedTo is { } advised => Offices.GetValueOrDefault(advised),
            EntryKind.OutcomeNoted when entry.AddressedTo is { } advised && Enum.TryParse<AdviceOutcome>(entry.Detail, out var outcome) =>
                $"{Offices.GetValueOrDefault(advised)}, {Text["AdviceOutcome_" + outcome]}",
            EntryKind.Climbed when Enum.TryParse<MoveReason>(entry.Detail, out var reason) => Text["MoveReason_" + reason],
            EntryKind.DueMoved when MovedDue.Of(entry.Detail) is { } moved =>
                Text["DueMoved_" + moved.Cause, Formats.Moment(moved.From, Language), Formats.Moment(moved.To, Language)],
            _ => null,
        };
    }
}
