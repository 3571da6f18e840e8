using Microsoft.EntityFrameworkCore;
using OurVoice.Cases.Access;
using OurVoice.Cases.Staffing;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;

namespace OurVoice.Cases.Routing;

/// <summary>Who at Transparency International may take a case.</summary>
/// <param name="IsManned">Somebody may.</param>
/// <param name="HeadsOnly">The case names TI's staff, so only a head who is not named may.</param>
/// <param name="IsAboutHeads">A head is named by role or by "the whole office": nobody of the office may.</param>
/// <param name="Named">Accounts of TI whose name resembles the one given.</param>
internal sealed record TiTakers(bool IsManned, bool HeadsOnly, bool IsAboutHeads, IReadOnlySet<Guid> Named)
{
    /// <summary>Why nobody may: TI itself is named. Otherwise it is only not staffed.</summary>
    public bool NeedsOutsideBody => !IsManned && (HeadsOnly || IsAboutHeads);
}

/// <summary>
/// Conflict inside Transparency International (design.md 4.3). A report that names its staff excludes those named and is for its
/// head; one that names the head too is for an outside body, since nobody here could read it without being concerned.
/// </summary>
internal static class TiConflict
{
    /// <param name="db">An open context.</param>
    /// <param name="accused">What is known of the person: office, role, name.</param>
    /// <param name="excluded">Offices that are excluded anyway; who was lately in one of them may not take it either.</param>
    /// <param name="now">UTC.</param>
    /// <param name="cancel">Ends the queries.</param>
    public static async Task<TiTakers> FindAsync(
        OurVoiceDb db, (Guid? OfficeId, AccusedRole? Role, Unlogged? Name) accused, IReadOnlySet<Guid> excluded, DateTime now, CancellationToken cancel)
    {
        var people = await PeopleAsync(db, cancel);
        var named = people.Where(p => accused.Name is { } name && p.Is(name)).Select(p => p.Id).ToHashSet();
        var isTheOffice = accused.OfficeId == OfficeIds.TransparencyInternational;
        var aboutHeads = accused.Role == AccusedRole.TiHead || (isTheOffice && accused.Role is null or AccusedRole.Office or AccusedRole.Head or AccusedRole.NotSure);
        var headsOnly = aboutHeads || isTheOffice || accused.Role == AccusedRole.TiStaff || named.Count > 0;
        var working = await WorkingAsync(db, excluded, now, cancel);
        var may = working.Where(m => !named.Contains(m.AccountId) && (!headsOnly || m.Role == MemberRole.Head));
        return new(!aboutHeads && may.Any(), headsOnly, aboutHeads, named);
    }

    private static async Task<List<Membership>> WorkingAsync(OurVoiceDb db, IReadOnlySet<Guid> excluded, DateTime now, CancellationToken cancel)
    {
        var offices = excluded.Where(o => o != OfficeIds.TransparencyInternational).ToList();
        var barred = db.LatelyIn(db.Set<Membership>().Where(m => offices.Contains(m.OfficeId)).Select(m => m.OfficeId), now);
        return await db.WorkingMembers(now).AsNoTracking()
            .Where(m => m.OfficeId == OfficeIds.TransparencyInternational && !barred.Contains(m.AccountId)
                && db.Set<Account>().Any(a => a.Id == m.AccountId && a.Side == Side.Ti))
            .ToListAsync(cancel);
    }

    // Everybody of that side: an administrator or analyst who is named has colleagues among the case workers too.
    private static async Task<List<Person>> PeopleAsync(OurVoiceDb db, CancellationToken cancel) =>
        await db.Set<Account>().AsNoTracking().Where(a => a.Side == Side.Ti)
            .Select(a => new Person(a.Id, a.DisplayName, a.LatinName)).ToListAsync(cancel);

    private sealed record Person(Guid Id, string Name, string? Latin)
    {
        public bool Is(Unlogged name) => Fold.SameName(name.Reveal(), Name) || Fold.SameName(name.Reveal(), Latin);
    }
}
