using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Places;

namespace OurVoice.Cases.Routing;

internal enum RouteStep
{
    /// <summary>From the office asked or complained about to the first address.</summary>
    First,

    /// <summary>From the office that has the case to the one above.</summary>
    Next,
}

/// <summary>One row of the routing table. Rows of a version are never changed; no row means the end of the ladder.</summary>
internal sealed class Route
{
    public required int Version { get; init; }

    public required RouteStep Step { get; init; }

    public required CaseKind Kind { get; init; }

    public required OfficeKind From { get; init; }

    public required OfficeKind To { get; init; }
}

internal sealed class RouteTable : IEntityTypeConfiguration<Route>
{
    public void Configure(EntityTypeBuilder<Route> builder)
    {
        builder.ToTable("cases_routes");
        builder.HasKey(r => new { r.Version, r.Step, r.Kind, r.From });
    }
}
