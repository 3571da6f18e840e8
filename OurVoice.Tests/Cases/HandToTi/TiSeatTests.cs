using System.Text;
using Microsoft.EntityFrameworkCore;
using OurVoice.Cases;
using OurVoice.Cases.HandToTi;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;
using OurVoice.Tests.Cases.Routing;
using OurVoice.Tests.Hosting;
using static OurVoice.Contracts.Places.OfficeKind;

namespace OurVoice.Tests.Cases.HandToTi;

/// <summary>A case that comes or has come to Transparency International, where Lina works cases and, in most tests, Vanna is the head.</summary>
public sealed class TiSeatTests : IDisposable
{
    private static readonly Guid Ti = OfficeIds.TransparencyInternational;
    private static readonly DateOnly Today = new(2026, 6, 1);
    private readonly RoutingRows _rows = new();
    private readonly Actor _actor = Actor.System(new FakeTime(new DateTimeOffset(RoutingRows.Now)));
    private readonly Guid _lina;

    public TiSeatTests() => _lina = _rows.Join(TransparencyInternational, "Chea Lina");

    [Fact]
    public async Task A_complaint_about_an_office_of_the_government_is_anybodys_there()
    {
        var on = Accuse(_rows.Send(), CaseWorld.Office(CommuneAdministration), AccusedRole.Clerk, "សុខ ដារា");
        await PrepareAsync(on);
        Assert.False(on.HeadsOnly);
        Assert.Empty(await ExcludedAsync(on));
    }

    [Fact]
    public async Task Its_people_who_are_named_are_excluded_once_and_the_head_alone_reads_it()
    {
        var on = Accuse(_rows.Send(), default, null, "Lina Chea");
        await RefusedAsync(on);
        _rows.Join(TransparencyInternational, "Prak Vanna", MemberRole.Head);
        await PrepareAsync(on);
        Assert.True(on.HeadsOnly);
        Assert.Equal([(default, _lina, ExclusionReason.Accused, Today)], await ExcludedAsync(on));
        await PrepareAsync(on); // who stands there is not written again
        Assert.Single(await ExcludedAsync(on));
    }

    [Fact]
    public async Task Heads_only_stays_when_a_second_person_is_of_the_government()
    {
        _rows.Join(TransparencyInternational, "Prak Vanna", MemberRole.Head);
        var on = Accuse(Accuse(_rows.Send(), default, AccusedRole.TiStaff, null), CaseWorld.Office(PolicePost), AccusedRole.Police, null);
        await PrepareAsync(on);
        Assert.True(on.HeadsOnly);
        await PrepareAsync(Accuse(on, default, AccusedRole.TiStaff, null)); // nor when two of TI are named
        Assert.True(on.HeadsOnly);
    }

    [Fact]
    public async Task Who_was_lately_in_an_excluded_office_cannot_take_it_whoever_else_is_named()
    {
        _rows.Join(CaseWorld.Office(PolicePost), _lina, to: RoutingRows.Now.AddMonths(-1));
        var on = _rows.Send();
        _rows.Db.Add(new CaseExcluded { CaseId = on.Id, OfficeId = CaseWorld.Office(PolicePost), Reason = ExclusionReason.Accused, Since = Today });
        _rows.Db.SaveChanges();
        await RefusedAsync(on);
        await RefusedAsync(Accuse(on, CaseWorld.Office(PolicePost), AccusedRole.Police, null));
        await PrepareAsync(_rows.Send());
    }

    [Fact]
    public async Task What_is_said_of_another_case_does_not_count()
    {
        Accuse(_rows.Send(), Ti, AccusedRole.TiHead, "Lina Chea");
        var on = _rows.Send();
        await PrepareAsync(on);
        await LeaveOutAsync(on);
        Assert.False(on.HeadsOnly);
        Assert.Empty(await ExcludedAsync(on));
    }

    [Fact]
    public async Task Named_later_a_worker_loses_it_at_once_and_so_does_who_it_was_assigned_to()
    {
        var on = _rows.Send(side: Side.Ti);
        on.AssignedTo = _lina;
        await LeaveOutAsync(on, "Sok Dara");
        Assert.Equal((_lina, false), (on.AssignedTo, on.HeadsOnly));
        await LeaveOutAsync(on, "Lina Chea");
        Assert.Equal((null, true), (on.AssignedTo, on.HeadsOnly));
        Assert.Equal([(default, _lina, ExclusionReason.NamedLater, Today)], await ExcludedAsync(on));
        var head = on.AssignedTo = _rows.Join(TransparencyInternational, "Prak Vanna", MemberRole.Head);
        await LeaveOutAsync(on, "Lina Chea"); // the head's by now: she keeps it, and nothing is written twice
        Assert.Equal((head, true), (on.AssignedTo, on.HeadsOnly));
        Assert.Single(await ExcludedAsync(on));
    }

    [Fact]
    public async Task A_role_named_in_this_transaction_counts_before_it_is_saved()
    {
        var staff = _rows.Send(side: Side.Ti);
        _rows.Db.Add(Row(staff, default, AccusedRole.TiStaff, null));
        await LeaveOutAsync(staff);
        Assert.True(staff.HeadsOnly);
        Assert.Empty(await ExcludedAsync(staff));

        var head = _rows.Send(side: Side.Ti);
        _rows.Db.Add(Row(head, default, AccusedRole.TiHead, null));
        await LeaveOutAsync(head);
        Assert.Equal([(Ti, default, ExclusionReason.NamedLater, Today)], await ExcludedAsync(head));
    }

    [Fact]
    public async Task The_office_of_TI_closes_itself_once_beside_who_is_excluded_already()
    {
        var (on, other) = (_rows.Send(side: Side.Ti), _rows.Send(side: Side.Ti));
        Accuse(on, Ti, AccusedRole.NotSure, null);
        _rows.Db.AddRange(
            new CaseExcluded { CaseId = on.Id, AccountId = _lina, Reason = ExclusionReason.Declared, Since = Today },
            new CaseExcluded { CaseId = on.Id, OfficeId = CaseWorld.Office(PolicePost), Reason = ExclusionReason.Accused, Since = Today },
            new CaseExcluded { CaseId = other.Id, OfficeId = Ti, Reason = ExclusionReason.Accused, Since = Today });
        _rows.Db.SaveChanges();
        _rows.Db.ChangeTracker.Clear();
        await LeaveOutAsync(on);
        _rows.Db.ChangeTracker.Clear();
        await LeaveOutAsync(on);
        (Guid Office, Guid Account, ExclusionReason Reason, DateOnly Since)[] expected =
        [
            (default, _lina, ExclusionReason.Declared, Today),
            (CaseWorld.Office(PolicePost), default, ExclusionReason.Accused, Today),
            (Ti, default, ExclusionReason.NamedLater, Today),
        ];
        Assert.Equal(expected.OrderBy(x => x.Office), await ExcludedAsync(on));
    }

    public void Dispose() => _rows.Dispose();

    private static CaseAccused Row(Case on, Guid office, AccusedRole? role, string? name) => new()
    {
        CaseId = on.Id, OfficeId = office, Role = role, Name = name is null ? null : Encoding.UTF8.GetBytes(name), NamedOn = Today,
    };

    private Case Accuse(Case on, Guid office, AccusedRole? role, string? name)
    {
        _rows.Db.Add(Row(on, office, role, name));
        _rows.Db.SaveChanges();
        return on;
    }

    private async Task PrepareAsync(Case on)
    {
        using var key = new GlassKey(on.Id);
        await new TiSeat(_rows.Db).PrepareAsync(on, key, _actor, default);
        await _rows.Db.SaveChangesAsync();
    }

    private async Task RefusedAsync(Case on) => Assert.Equal("Rule_TiCannotTake", (await Assert.ThrowsAsync<RuleBroken>(() => PrepareAsync(on))).Rule);

    private async Task LeaveOutAsync(Case on, params string[] names)
    {
        await new TiSeat(_rows.Db).LeaveOutAsync(on, [.. names.Select(n => new Unlogged(n))], _actor, default);
        await _rows.Db.SaveChangesAsync();
    }

    private async Task<List<(Guid Office, Guid Account, ExclusionReason Reason, DateOnly Since)>> ExcludedAsync(Case on) =>
        [.. (await _rows.Db.Set<CaseExcluded>().AsNoTracking().Where(x => x.CaseId == on.Id).ToListAsync())
            .OrderBy(x => x.OfficeId).Select(x => (x.OfficeId, x.AccountId, x.Reason, x.Since))];

    /// <summary>Seals nothing: what matters here is that it is opened at its place.</summary>
    private sealed class GlassKey(Guid caseId) : CaseKey
    {
        public override Guid CaseId => caseId;

        public override string Open(SealedField at, ReadOnlySpan<byte> blob) =>
            at == AccusedName.At(caseId) ? Encoding.UTF8.GetString(blob) : throw new SealBroken("name");

        public override byte[] Seal(SealedField at, string text) => throw new NotSupportedException();

        public override byte[] SealBytes(SealedField at, ReadOnlySpan<byte> bytes) => throw new NotSupportedException();

        public override byte[] OpenBytes(SealedField at, ReadOnlySpan<byte> blob) => throw new NotSupportedException();

        public override byte[] WrapFileKey(SealedFileKey key) => throw new NotSupportedException();

        public override SealedFileKey UnwrapFileKey(Guid fileId, ReadOnlySpan<byte> wrapped) => throw new NotSupportedException();

        public override void Dispose()
        {
        }
    }
}
