using Microsoft.EntityFrameworkCore;
using OurVoice.Cases.Staffing;
using OurVoice.Cases.Acting;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;

namespace OurVoice.Cases.OpenIdentity;

/// <summary>
/// Who may learn who is behind a case (design.md 4.6, decision 13): of those who work it, the head of the holding office and the
/// worker it is assigned to, each in person. Never an office from which the accused would hear.
/// </summary>
internal sealed class IdentityRule(OurVoiceDb db, IOffices offices)
{
    /// <param name="held">A case that the access rule has given to the account as one it works.</param>
    /// <param name="accountId">Who asks.</param>
    /// <param name="now">UTC.</param>
    /// <param name="cancel">Ends the queries.</param>
    public async Task<bool> AllowsAsync(HeldCase held, Guid accountId, DateTime now, CancellationToken cancel) =>
        await IsHeadOrWorkerAsync(held, accountId, now, cancel) && await MayOfficeAsync(held, cancel);

    // A deputy works the cases but is neither of the two. Whoever sits in the Ministry opens none, there or elsewhere, nor does who keeps
    // accounts or reads figures.
    private async Task<bool> IsHeadOrWorkerAsync(HeldCase held, Guid accountId, DateTime now, CancellationToken cancel)
    {
        var seats = await db.Set<Membership>()
            .Where(m => m.AccountId == accountId && m.From <= now && (m.To == null || m.To > now))
            .Select(m => new { m.OfficeId, m.Role })
            .ToListAsync(cancel);
        var isWorker = held.Case.AssignedTo == accountId;
        return seats.Exists(s => s.OfficeId == held.Holder.OfficeId && (s.Role == MemberRole.Head || (isWorker && s.Role == MemberRole.Officer)))
            && seats.TrueForAll(s => s.OfficeId != OfficeIds.Ministry && s.Role is MemberRole.Officer or MemberRole.Head);
    }

    private async Task<bool> MayOfficeAsync(HeldCase held, CancellationToken cancel)
    {
        var on = held.Case;
        if (await offices.FindAsync(held.Holder.OfficeId, cancel) is not { } holder)
        {
            return false;
        }

        var isAboutSomebody = on.Kind is CaseKind.Complaint or CaseKind.Corruption;
        if (isAboutSomebody && IsOfCommune(holder.Kind))
        {
            return false;
        }

        var accused = await AccusedAsync(on, isAboutSomebody, cancel);
        return !accused.Contains(holder.Id) && (IsApart(holder.Kind) || !await IsInLineAsync(on, holder, accused, isAboutSomebody, cancel));
    }

    private async Task<HashSet<Guid>> AccusedAsync(Case on, bool isAboutSomebody, CancellationToken cancel)
    {
        var named = await db.Set<CaseAccused>().Where(a => a.CaseId == on.Id).Select(a => a.OfficeId).ToListAsync(cancel);
        var excluded = await db.Set<CaseExcluded>().Where(x => x.CaseId == on.Id).Select(x => x.OfficeId).ToListAsync(cancel);
        Guid[] target = isAboutSomebody && on.TargetOfficeId is { } office ? [office] : [];
        return [.. named.Concat(excluded).Concat(target).Where(id => id != Guid.Empty)];
    }

    // One administration from the commune up to the province: at the same place, above it or below it.
    private async Task<bool> IsInLineAsync(Case on, OfficeInfo holder, HashSet<Guid> accused, bool isAboutSomebody, CancellationToken cancel)
    {
        var places = (await offices.FindAllAsync(accused, cancel)).Select(o => o.PlaceCode).OfType<string>().ToList();
        if (isAboutSomebody && places.Count == 0)
        {
            places.Add(on.PlaceCode);
        }

        return holder.PlaceCode is { } own && places.Exists(p => p.StartsWith(own, StringComparison.Ordinal) || own.StartsWith(p, StringComparison.Ordinal));
    }

    private static bool IsOfCommune(OfficeKind kind) =>
        kind is OfficeKind.CommuneAdministration or OfficeKind.HealthCentre or OfficeKind.PrimarySchool or OfficeKind.PolicePost;

    // They do not answer to the administration of their place: that is what they are for.
    private static bool IsApart(OfficeKind kind) =>
        kind is OfficeKind.DistrictOmbudsman or OfficeKind.ProvincialOmbudsman or OfficeKind.TransparencyInternational;
}
