using Microsoft.EntityFrameworkCore;
using OurVoice.Cases.Access;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;

namespace OurVoice.Cases.Routing;

/// <summary>Whether an office can take a case.</summary>
internal enum Answer
{
    Takes,

    /// <summary>Not open, or nobody in it who may.</summary>
    Nobody,

    /// <summary>It is accused, or has a member of the accused person's name.</summary>
    Conflict,
}

/// <summary>Looks for an active member who may take the case.</summary>
internal static class Eligible
{
    /// <param name="db">An open context.</param>
    /// <param name="office">The office.</param>
    /// <param name="conflicts">Who may not learn of the case.</param>
    /// <param name="alsoAway">Whether an office counts whose people are all on leave.</param>
    /// <param name="now">UTC.</param>
    /// <param name="cancel">Ends the queries.</param>
    public static async Task<Answer> AskAsync(
        OurVoiceDb db, OfficeInfo office, Conflicts conflicts, bool alsoAway, DateTime now, CancellationToken cancel)
    {
        if (conflicts.Offices.Contains(office.Id))
        {
            return Answer.Conflict;
        }

        if (office.State != OfficeState.Open)
        {
            return Answer.Nobody;
        }

        var side = office.Kind == OfficeKind.TransparencyInternational ? Side.Ti : Side.Government;
        var working = db.WorkingMembers(now).Where(m => m.OfficeId == office.Id).Select(m => m.AccountId);

        // From the members to the accounts: the other way round SQLite reads every account of the side.
        var people = await db.WorkingMembers(now).Where(m => m.OfficeId == office.Id)
            .Join(db.Set<Account>().Where(a => a.Side == side), m => m.AccountId, a => a.Id, (m, a) => new { a.Id, a.DisplayName, a.LatinName })
            .ToListAsync(cancel);
        var barred = await db.LatelyIn([.. conflicts.Offices], now).Where(a => working.Contains(a)).ToListAsync(cancel);
        var may = people.Where(p => !barred.Contains(p.Id) && !conflicts.Accounts.Contains(p.Id)).Select(p => p.Id).ToList();
        if (conflicts.Names.Any(name => people.Exists(p => Fold.SameName(name.Reveal(), p.DisplayName) || Fold.SameName(name.Reveal(), p.LatinName))))
        {
            return Answer.Conflict;
        }

        return may.Count == 0 ? (people.Count > 0 ? Answer.Conflict : Answer.Nobody)
            : alsoAway || await IsAnyHereAsync(db, office.Id, may, conflicts, now, cancel) ? Answer.Takes
            : Answer.Nobody;
    }

    // One of them, or a deputy who is not excluded either.
    private static async Task<bool> IsAnyHereAsync(
        OurVoiceDb db, Guid officeId, List<Guid> may, Conflicts conflicts, DateTime now, CancellationToken cancel)
    {
        var (excluded, barred) = (conflicts.Accounts.ToList(), db.LatelyIn([.. conflicts.Offices], now));
        return await db.Present(now).AnyAsync(
            p => p.OfficeId == officeId && (may.Contains(p.AccountId) || (!excluded.Contains(p.AccountId) && !barred.Contains(p.AccountId))), cancel);
    }
}
