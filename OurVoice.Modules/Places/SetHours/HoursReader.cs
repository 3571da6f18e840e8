using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;
using OurVoice.Places.WorkingTime;

namespace OurVoice.Places.SetHours;

/// <summary>Whose hours a form sets.</summary>
/// <param name="Kind">Of a kind, or the kind of <paramref name="Office"/>.</param>
/// <param name="Office">Of one office; null for the whole kind.</param>
/// <param name="Own">What it says itself; null while it keeps the inherited ones.</param>
/// <param name="Inherited">Of its kind, or the default ones.</param>
internal sealed record HoursEntry(OfficeKind Kind, OfficeInfo? Office, OfficeHours? Own, OfficeHours Inherited)
{
    public OfficeHours InForce => Own ?? Inherited;

    public string Seen => Own?.ToString() ?? "";

    /// <summary>The page that it is chosen on.</summary>
    public string Back => Office is null ? HoursLinks.List : HoursLinks.At(Office.PlaceCode);
}

/// <summary>What the pages of office hours show; only what the reader may set.</summary>
internal sealed class HoursReader(IDbContextFactory<OurVoiceDb> databases, IOffices offices)
{
    /// <summary>The kinds of office of a side, lowest first.</summary>
    public async Task<IReadOnlyList<HoursEntry>> KindsAsync(Side side, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var rows = await db.Set<KindHours>().AsNoTracking().ToDictionaryAsync(k => k.Kind, k => Read(k.Hours), cancel);
        return [.. Enum.GetValues<OfficeKind>().Where(k => CalendarKeepers.SideOf(k) == side).Select(k => new HoursEntry(k, null, rows.GetValueOrDefault(k), OfficeHours.Default))];
    }

    /// <summary>By the name of a kind or the id of an office; null when there is none such, or not for this side.</summary>
    public async Task<HoursEntry?> FindAsync(Side side, string? kind, Guid? officeId, CancellationToken cancel)
    {
        var kinds = await KindsAsync(side, cancel);
        if (officeId is not { } id)
            return kinds.FirstOrDefault(k => k.Kind.ToString() == kind);
        if (side == Side.Ti || await offices.FindAsync(id, cancel) is not { PlaceCode: not null, State: not OfficeState.Closed } office)
            return null;
        await using var db = await databases.CreateDbContextAsync(cancel);
        var own = await db.Set<Office>().Where(o => o.Id == id).Select(o => o.Hours).SingleAsync(cancel);
        return new(office.Kind, office, Read(own), kinds.Single(k => k.Kind == office.Kind).InForce);
    }

    /// <summary>Which of these offices have hours of their own.</summary>
    public async Task<IReadOnlySet<Guid>> WithOwnAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return (await db.Set<Office>().Where(o => ids.Contains(o.Id) && o.Hours != null).Select(o => o.Id).ToListAsync(cancel)).ToHashSet();
    }

    private static OfficeHours? Read(string? text) => text is null ? null : OfficeHours.Parse(text);
}
