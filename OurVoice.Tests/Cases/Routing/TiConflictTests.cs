using OurVoice.Cases.Routing;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;
using static OurVoice.Contracts.Places.OfficeKind;

namespace OurVoice.Tests.Cases.Routing;

/// <summary>Who at Transparency International may take a case: Lina and Sok work cases, Vanna is the head, Ny keeps the accounts.</summary>
public sealed class TiConflictTests : IDisposable
{
    private static readonly HashSet<Guid> Nowhere = [];
    private readonly RoutingRows _rows = new();
    private readonly Guid _lina;

    public TiConflictTests()
    {
        _lina = _rows.Join(TransparencyInternational, "ជា លីណា", latin: "Chea Lina");
        _rows.Join(TransparencyInternational, "Sok Dara");
        _rows.Join(TransparencyInternational, "Prak Vanna", MemberRole.Head);
        _rows.Join(TransparencyInternational, "Ny Thida", MemberRole.Administrator);
    }

    [Theory]
    [InlineData(null, null, "anybody")]
    [InlineData(null, AccusedRole.Office, "anybody")]
    [InlineData(null, AccusedRole.Head, "anybody")]
    [InlineData(null, AccusedRole.NotSure, "anybody")]
    [InlineData(null, AccusedRole.Clerk, "anybody")]
    [InlineData(null, AccusedRole.TiStaff, "head")]
    [InlineData(null, AccusedRole.TiHead, "nobody")]
    [InlineData(CommuneAdministration, AccusedRole.Head, "anybody")]
    [InlineData(CommuneAdministration, AccusedRole.TiHead, "nobody")]
    [InlineData(TransparencyInternational, null, "nobody")]
    [InlineData(TransparencyInternational, AccusedRole.Office, "nobody")]
    [InlineData(TransparencyInternational, AccusedRole.Head, "nobody")]
    [InlineData(TransparencyInternational, AccusedRole.NotSure, "nobody")]
    [InlineData(TransparencyInternational, AccusedRole.TiHead, "nobody")]
    [InlineData(TransparencyInternational, AccusedRole.TiStaff, "head")]
    [InlineData(TransparencyInternational, AccusedRole.Staff, "head")]
    public async Task Staff_leaves_it_to_the_head_and_the_head_to_nobody_here(OfficeKind? office, AccusedRole? role, string may)
    {
        var takers = await AskAsync(office is { } kind ? CaseWorld.Office(kind) : null, role, null);
        Assert.Equal((may != "nobody", may != "anybody", may == "nobody", may == "nobody"), (takers.IsManned, takers.HeadsOnly, takers.IsAboutHeads, takers.NeedsOutsideBody));
        Assert.Empty(takers.Named);
    }

    [Theory]
    [InlineData("លីណា ជា", true, true)]
    [InlineData("Lina Chea", true, true)]
    [InlineData("Prak Vanna", true, false)]
    [InlineData("Ny Thida", true, true)] // has colleagues among those who work cases
    [InlineData("Som Bopha", false, true)]
    public async Task Whoever_is_named_is_out_and_the_rest_leaves_it_to_a_head_who_is_not(string name, bool headsOnly, bool isManned)
    {
        var takers = await AskAsync(null, null, name);
        Assert.Equal((isManned, headsOnly, false, !isManned), (takers.IsManned, takers.HeadsOnly, takers.IsAboutHeads, takers.NeedsOutsideBody));
        Assert.Equal(headsOnly ? 1 : 0, takers.Named.Count);
        Assert.Equal(name is "Lina Chea" or "លីណា ជា", takers.Named.Contains(_lina));
    }

    [Fact]
    public async Task A_namesake_on_the_governments_side_is_nobody_here()
    {
        _rows.Join(CommuneAdministration, "Kong Sothea");
        Assert.Empty((await AskAsync(null, null, "Kong Sothea")).Named);
    }

    public void Dispose() => _rows.Dispose();

    private Task<TiTakers> AskAsync(Guid? office, AccusedRole? role, string? name) =>
        TiConflict.FindAsync(_rows.Db, (office, role, name is null ? null : new Unlogged(name)), Nowhere, RoutingRows.Now, default);
}
