using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.Routing;

/// <summary>See <see cref="IRoutePreview"/>.</summary>
internal sealed class RoutePreviews(IDbContextFactory<OurVoiceDb> databases, Router router, TimeProvider time) : IRoutePreview
{
    public async Task<RoutePreview> FindAsync(RouteQuestion question, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var side = question.Kind == CaseKind.Corruption || question.TiOnly ? Side.Ti : Side.Government;
        var routed = await router.FirstAsync(db, question, side, time.GetUtcNow().UtcDateTime, cancel);
        return routed.IsManned
            ? new RoutePreview(
                routed.Office.Id, routed.Office.NameKm, routed.Office.NameEn,
                routed.Reason == RouteReason.NobodyInGovernment,
                routed.Reason is RouteReason.NobodyBelow or RouteReason.ConflictRule)
            : new RoutePreview(OfficeId: null, OfficeNameKm: null, OfficeNameEn: null, GoesToTi: false, Climbed: false)
            {
                NeedsOutsideBody = routed.NeedsOutsideBody,
            };
    }
}
