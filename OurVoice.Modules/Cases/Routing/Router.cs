using OurVoice.Cases.Staffing;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;

namespace OurVoice.Cases.Routing;

/// <summary>Where a case goes, and why.</summary>
/// <param name="Office">The receiving office.</param>
/// <param name="Reason">Why it and not another.</param>
/// <param name="FirstAddressId">The office of the plain rule; null when none was found.</param>
/// <param name="Conflicts">Who is excluded from the start.</param>
/// <param name="Version">The version of the routing.</param>
/// <param name="IsManned">False in one case only: nobody at all is eligible, and TI's list is where it lies until somebody is.</param>
internal sealed record Routed(OfficeInfo Office, RouteReason Reason, Guid? FirstAddressId, Conflicts Conflicts, int Version, bool IsManned)
{
    /// <summary>It names TI's staff: only a head may read it.</summary>
    public bool HeadsOnly { get; init; }

    /// <summary>It is for TI, and everybody there is named in it.</summary>
    public bool NeedsOutsideBody { get; init; }
}

/// <summary>
/// Picks the lowest open office at or above the first address with an eligible member, else the Ministry, else Transparency
/// International. Source: design.md 4.2, 4.4 and 5.
/// </summary>
internal sealed class Router(IOffices offices, Aiming aiming, RouteBook book)
{
    /// <summary>Where a new case goes.</summary>
    public async Task<Routed> FirstAsync(OurVoiceDb db, RouteQuestion question, Side side, DateTime now, CancellationToken cancel)
    {
        var version = await RouteBook.VersionAtAsync(db, now, cancel);
        var routes = await book.GetAsync(db, version, cancel);
        var aim = await aiming.FindAsync(question, cancel);
        var conflicts = new Conflicts(aim?.Accused ?? new HashSet<Guid>(), new HashSet<Guid>(), question.AccusedName is { } name ? [name] : []);
        if (side == Side.Ti || question.Kind == CaseKind.Corruption)
        {
            return await ToTiAsync(db, new(question, RouteReason.TiOnly, aim?.Office.Id, conflicts, version), now, cancel);
        }

        var first = aim is null ? null : await FirstAddressAsync(routes, question.Kind, aim.Office, cancel);
        var search = await SearchAsync(db, new Ladder(routes, question.Kind, first, LastIsMinistry: true), conflicts, now, cancel);
        if (search.Office is null)
        {
            return await ToTiAsync(db, new(question, RouteReason.NobodyInGovernment, first?.Id, conflicts, version), now, cancel);
        }

        var reason = search.Office.Id != first?.Id ? (search.MetConflict ? RouteReason.ConflictRule : RouteReason.NobodyBelow)
            : question.Kind == CaseKind.Complaint ? RouteReason.OneLevelAbove
            : question.OfficeId is null ? RouteReason.OfficeOfPlace
            : RouteReason.OfficeAsked;
        return new Routed(search.Office, reason, first?.Id, conflicts, version, IsManned: true);
    }

    /// <summary>Whether there is an office above at all, be anybody in it or not.</summary>
    public async Task<bool> HasAboveAsync(OurVoiceDb db, Case of, Guid holderId, CancellationToken cancel) =>
        await offices.FindAsync(holderId, cancel) is { } holder
            && await StepUpAsync(await book.GetAsync(db, of.RoutingVersion, cancel), of.Kind, holder, cancel) is not null;

    /// <summary>
    /// The next office above that can take the case, or null when there is none or nobody in it may. One with nobody but those with whose work the
    /// citizen was not content comes last.
    /// </summary>
    public async Task<OfficeInfo?> NextAsync(OurVoiceDb db, Case of, Guid holderId, Conflicts conflicts, DateTime now, CancellationToken cancel) =>
        await NextFreshAsync(db, of, holderId, conflicts, now, cancel) ?? await NextAnyAsync(db, of, holderId, conflicts, now, cancel);

    /// <summary>As the other, but never one with nobody else.</summary>
    public async Task<OfficeInfo?> NextFreshAsync(OurVoiceDb db, Case of, Guid holderId, Conflicts conflicts, DateTime now, CancellationToken cancel) =>
        await NextAnyAsync(db, of, holderId, await conflicts.WithoutThemAsync(db, of, cancel), now, cancel);

    /// <summary>As the first, but only an office in which somebody is not on leave.</summary>
    public async Task<OfficeInfo?> NextMannedAsync(OurVoiceDb db, Case of, Guid holderId, Conflicts conflicts, DateTime now, CancellationToken cancel) =>
        await AboveAsync(db, of, holderId, cancel) is not { } ladder ? null
            : (await SearchAsync(db, ladder, await conflicts.WithoutThemAsync(db, of, cancel), alsoAway: false, now, cancel)).Office
                ?? (await SearchAsync(db, ladder, conflicts, alsoAway: false, now, cancel)).Office;

    private async Task<OfficeInfo?> NextAnyAsync(OurVoiceDb db, Case of, Guid holderId, Conflicts conflicts, DateTime now, CancellationToken cancel) =>
        await AboveAsync(db, of, holderId, cancel) is { } ladder ? (await SearchAsync(db, ladder, conflicts, now, cancel)).Office : null;

    private async Task<Ladder?> AboveAsync(OurVoiceDb db, Case of, Guid holderId, CancellationToken cancel)
    {
        var routes = await book.GetAsync(db, of.RoutingVersion, cancel);
        var holder = await offices.FindAsync(holderId, cancel);
        var above = holder is null ? null : await StepUpAsync(routes, of.Kind, holder, cancel);
        return above is null ? null : new Ladder(routes, of.Kind, above, LastIsMinistry: false);
    }

    // Offices whose people are all on leave come last, but before "nobody": leave ends.
    private async Task<(OfficeInfo? Office, bool MetConflict)> SearchAsync(
        OurVoiceDb db, Ladder ladder, Conflicts conflicts, DateTime now, CancellationToken cancel)
    {
        var here = await SearchAsync(db, ladder, conflicts, alsoAway: false, now, cancel);
        return here.Office is null ? await SearchAsync(db, ladder, conflicts, alsoAway: true, now, cancel) : here;
    }

    private async Task<(OfficeInfo? Office, bool MetConflict)> SearchAsync(
        OurVoiceDb db, Ladder ladder, Conflicts conflicts, bool alsoAway, DateTime now, CancellationToken cancel)
    {
        var met = false;
        await foreach (var office in RungsAsync(ladder, cancel))
        {
            var answer = await Eligible.AskAsync(db, office, conflicts, alsoAway, now, cancel);
            if (answer == Answer.Takes)
            {
                return (office, met);
            }

            met |= answer == Answer.Conflict;
        }

        return (null, met);
    }

    private async IAsyncEnumerable<OfficeInfo> RungsAsync(Ladder ladder, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        var isMinistry = false;
        for (var office = ladder.Lowest; office is not null; office = await StepUpAsync(ladder.Routes, ladder.Kind, office, cancel))
        {
            isMinistry |= office.Kind == OfficeKind.Ministry;
            yield return office;
        }

        if (ladder.LastIsMinistry && !isMinistry && await offices.FindAsync(OfficeIds.Ministry, cancel) is { } ministry)
        {
            yield return ministry;
        }
    }

    private async Task<OfficeInfo?> FirstAddressAsync(Routes routes, CaseKind kind, OfficeInfo aim, CancellationToken cancel) =>
        routes.First(kind, aim.Kind) is not { } to ? null
        : to == aim.Kind ? aim
        : await offices.OfKindAtAsync(to, aim.PlaceCode, cancel);

    // A place may lack an office of a kind; the ladder then goes on with the kind above it.
    private async Task<OfficeInfo?> StepUpAsync(Routes routes, CaseKind kind, OfficeInfo from, CancellationToken cancel)
    {
        for (var next = routes.Next(kind, from.Kind); next is { } to; next = routes.Next(kind, to))
        {
            if (await offices.OfKindAtAsync(to, from.PlaceCode, cancel) is { } office)
            {
                return office;
            }
        }

        return null;
    }

    private async Task<Routed> ToTiAsync(OurVoiceDb db, ForTi what, DateTime now, CancellationToken cancel)
    {
        var ti = await offices.FindAsync(OfficeIds.TransparencyInternational, cancel)
            ?? throw new InvalidOperationException("The office of Transparency International is missing: the built-in places were not merged.");

        var takers = await TiConflict.FindAsync(
            db, (what.Question.OfficeId, what.Question.AccusedRole, what.Question.AccusedName), what.Conflicts.Offices, now, cancel);
        var closed = what.Conflicts.Offices.Where(o => o != ti.Id || takers.IsAboutHeads).ToHashSet();
        if (takers.IsAboutHeads)
        {
            closed.Add(ti.Id);
        }

        var conflicts = new Conflicts(closed, takers.Named, what.Conflicts.Names);
        return new Routed(ti, what.Reason, what.FirstId, conflicts, what.Version, takers.IsManned && ti.State == OfficeState.Open)
        {
            HeadsOnly = takers.HeadsOnly,
            NeedsOutsideBody = takers.NeedsOutsideBody,
        };
    }

    private sealed record ForTi(RouteQuestion Question, RouteReason Reason, Guid? FirstId, Conflicts Conflicts, int Version);

    private sealed record Ladder(Routes Routes, CaseKind Kind, OfficeInfo? Lowest, bool LastIsMinistry);
}
