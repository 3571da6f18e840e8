using Microsoft.EntityFrameworkCore;
using OurVoice.Cases.Access;
using OurVoice.Cases.Acting;
using OurVoice.Cases.Ladder;
using OurVoice.Cases.Routing;
using OurVoice.Cases.Staffing;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;

namespace OurVoice.Cases.Transfer;

/// <summary>Where a case may be passed on to.</summary>
/// <param name="Beside">The offices to choose from, nearest first; empty once it goes up.</param>
/// <param name="GoesUp">It has been passed on as often as it may be in this cycle.</param>
/// <param name="Above">Where it then goes; null when nobody above can take it.</param>
internal sealed record Onward(IReadOnlyList<OfficeInfo> Beside, bool GoesUp, OfficeInfo? Above);

/// <summary>
/// Finds the offices beside the one that holds a case: of the same place or of a sibling place in the same parent, open, with somebody
/// there who may take it and with whose work the citizen was not discontent before, and with a ladder that goes on from there, so that passing a case on leads into no dead end.
/// </summary>
internal sealed class WhereTo(IOffices offices, IPlaces places, Router router)
{
    /// <summary>Passed on once more, in the same cycle, a case goes up instead: the citizen must not wander from door to door. Source: issue 4.</summary>
    public const int MostInCycle = 2;

    /// <param name="db">An open context.</param>
    /// <param name="held">The case.</param>
    /// <param name="conflicts">Who is excluded from it.</param>
    /// <param name="now">UTC.</param>
    /// <param name="cancel">Ends the queries.</param>
    public async Task<Onward> FindAsync(OurVoiceDb db, HeldCase held, Conflicts conflicts, DateTime now, CancellationToken cancel)
    {
        var (id, cycle) = (held.Case.Id, held.Case.Cycle);
        if (await db.Set<Move>().CountAsync(m => m.CaseId == id && m.Cycle == cycle && m.Kind == MoveKind.Transfer, cancel) >= MostInCycle)
        {
            return new([], GoesUp: true, await router.NextAsync(db, held.Case, held.Holder.OfficeId, conflicts, now, cancel));
        }

        var (beside, fresh) = (new List<OfficeInfo>(), await conflicts.WithoutThemAsync(db, held.Case, cancel));
        foreach (var office in await StaffedAsync(db, held.Holder.OfficeId, now, cancel))
        {
            if (await Eligible.AskAsync(db, office, fresh, alsoAway: false, now, cancel) == Answer.Takes
                && await router.HasAboveAsync(db, held.Case, office.Id, cancel))
            {
                beside.Add(office);
            }
        }

        return new(beside, GoesUp: false, Above: null);
    }

    // Most offices of the country have nobody, so who has somebody is asked of all of them at once.
    private async Task<IEnumerable<OfficeInfo>> StaffedAsync(OurVoiceDb db, Guid holderId, DateTime now, CancellationToken cancel)
    {
        if (await offices.FindAsync(holderId, cancel) is not { PlaceCode: { } here })
        {
            return [];
        }

        var kinds = (await offices.AtPlaceAsync(here, cancel)).Select(o => o.Kind).ToList();
        var siblings = await places.ChildrenAsync(here.Length > 2 ? here[..^2] : null, cancel);
        var ids = siblings.SelectMany(p => kinds.Select(k => OfficeIds.Of(k, p.Code))).Where(o => o != holderId).ToList();
        var staffed = await db.WorkingMembers(now).Where(m => ids.Contains(m.OfficeId)).Select(m => m.OfficeId).Distinct().ToListAsync(cancel);
        return (await offices.FindAllAsync(staffed, cancel))
            .OrderBy(o => o.PlaceCode != here).ThenBy(o => o.PlaceCode, StringComparer.Ordinal).ThenBy(o => o.Kind);
    }
}
