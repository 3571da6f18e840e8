using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OurVoice.Cases;
using OurVoice.Cases.Access;
using OurVoice.Cases.Keeping;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Intake;
using OurVoice.Intake.Receipt;
using OurVoice.Intake.Submissions;
using OurVoice.Intake.Submit;
using OurVoice.Intake.Sweeps;
using OurVoice.Tests.Databases;
using OurVoice.Tests.Intake;
using OurVoice.Tests.Intake.Track;
using static OurVoice.Contracts.Places.OfficeKind;

namespace OurVoice.Tests.Cases.Keeping;

/// <summary>Closed cases are kept for the months of their kind, names and contacts for six; then only a row is left.</summary>
public sealed class KeepingTests
{
    [Theory]
    [InlineData(CaseKind.Support, 12)]
    [InlineData(CaseKind.Information, 12)]
    [InlineData(CaseKind.Complaint, 24)]
    [InlineData(CaseKind.Corruption, 60)]
    public async Task Of_a_closed_case_only_a_row_is_left_once_the_months_of_its_kind_are_over(CaseKind kind, int months)
    {
        await using var world = await TrackWorld.StartAsync();
        var (id, code, worker) = await ClosedAsync(world, kind);
        var closed = (await world.Cases.CaseAsync(id)).ClosedOn!.Value;
        await SweepAsync(world, closed.AddMonths(months));
        Assert.Equal("ខ្ញុំសុំជំនួយ", (await ReadAsync(world, id))?.Story);
        Assert.False((await world.OpenAsync(code)).AsksForCode);

        await SweepAsync(world, closed.AddMonths(months).AddDays(1));
        Assert.Null(await ReadAsync(world, id));
        var (opened, unknown) = (await world.OpenAsync(code), ReceiptCode.New().Digits);
        Assert.Equal((await world.OpenAsync(unknown)).Blanked(unknown), opened.Blanked(code.Digits));
        await Desk.BreaksAsync("NotFound", () => world.Cases.NoteAsync(worker, id));
        await using (var db = world.Cases.Host.Read())
        {
            Assert.False(await db.ReadableCases(worker, world.Cases.Now).AnyAsync(c => c.Id == id));
            Assert.False(await db.HoldersOf(id, world.Cases.Now).AnyAsync());
        }

        var left = await world.Cases.CaseAsync(id);
        Assert.Equal((CaseState.Closed, CaseOutcome.Solved, closed, kind), (left.State, left.Outcome, left.ClosedOn, left.Kind));
        Assert.NotNull(left.ErasedAt);
        Assert.Null(await Keys(world).FindAsync(id, default));
        Assert.Null(await Keys(world).FindIdentityAsync(id, default));
        Assert.Null(Assert.Single(await world.RowsAsync<IdentityBox>(_ => true)).Content);
        Assert.Equal(default, await SweepAsync(world, closed.AddMonths(months).AddDays(2)));
    }

    [Theory, EveryDatabase]
    public async Task Name_and_contact_go_after_six_months_and_the_words_stay(string provider)
    {
        await using var world = await TrackWorld.StartAsync(provider);
        var (id, _, _) = await ClosedAsync(world, CaseKind.Support);
        var closed = (await world.Cases.CaseAsync(id)).ClosedOn!.Value;
        await SweepAsync(world, closed.AddMonths(6));
        Assert.Equal("Sok Dara", (await IdentityAsync(world, id))?.Name);
        Assert.Equal("+85512345678", await ContactAsync(world, id));

        await SweepAsync(world, closed.AddMonths(6).AddDays(1));
        Assert.Null(await IdentityAsync(world, id));
        Assert.Null(await ContactAsync(world, id));
        Assert.Null(await Keys(world).FindIdentityAsync(id, default));
        Assert.Null(Assert.Single(await world.RowsAsync<IdentityBox>(_ => true)).Content);
        Assert.Equal("ខ្ញុំសុំជំនួយ", (await ReadAsync(world, id))?.Story);
        await SweepAsync(world, closed.AddMonths(12).AddDays(1));
        Assert.Null(await ReadAsync(world, id));
    }

    [Fact]
    public async Task What_was_reopened_or_waits_for_a_word_of_the_citizen_is_kept()
    {
        await using var world = await TrackWorld.StartAsync();
        var (reopened, _, officer) = await ClosedAsync(world, CaseKind.Support);
        var (waits, _, _) = await ClosedAsync(world, CaseKind.Support, officer);
        await world.Cases.ReopenAsync(officer, reopened);
        await using (var db = world.Cases.Host.Read())
        {
            await db.Set<Case>().Where(c => c.Id == waits).ExecuteUpdateAsync(s => s.SetProperty(c => c.PendingAt, DateTime.MaxValue));
        }

        await SweepAsync(world, new DateOnly(2040, 1, 1));
        Assert.All(await world.RowsAsync<Submission>(_ => true), s => Assert.Null(s.ErasedOn));
        Assert.All(await world.RowsAsync<IdentityBox>(_ => true), b => Assert.NotNull(b.Content));

        // Looked at before it was reopened, worked after.
        var actor = Actor.System(world.Cases.Time);
        Assert.False(await world.Cases.Host.Runner.RunAsync<EndKeeping, bool>(actor, a => a.OfWordsAsync(reopened, actor, default), default));
        Assert.False(await world.Cases.Host.Runner.RunAsync<EndKeeping, bool>(actor, a => a.OfIdentityAsync(reopened, actor, default), default));
    }

    [Theory, EveryDatabase]
    public async Task Killed_between_key_and_row_or_run_twice_at_once_it_ends_the_same(string provider)
    {
        await using var world = await TrackWorld.StartAsync(provider);
        var (id, _, _) = await ClosedAsync(world, CaseKind.Support);
        MoveTo(world, (await world.Cases.CaseAsync(id)).ClosedOn!.Value.AddMonths(7));
        var both = await Task.WhenAll(One<SweepKeeping>(world).RunAsync(default), One<SweepKeeping>(world).RunAsync(default));
        Assert.Equal((1, 0), (both.Sum(b => b.Done), both.Sum(b => b.Failed)));

        // The process dies when the key is gone and the row is not told yet.
        await Keys(world).DeleteIdentityAsync(id, default);
        Assert.False(Assert.Single(await world.RowsAsync<IdentityBox>(_ => true)).IsGone);
        Assert.Null(await IdentityAsync(world, id));
        Assert.Equal(new SweepCount(1, 0), await One<SweepErasedIdentities>(world).RunAsync(default));
        Assert.Equal((true, null), Assert.Single(await world.RowsAsync<IdentityBox>(_ => true)) is var box ? (box.IsGone, box.Content) : default);
        Assert.Equal(default, await One<SweepErasedIdentities>(world).RunAsync(default));
    }

    [Fact]
    public async Task One_that_fails_is_undone_whole_and_stops_no_other()
    {
        var poison = new Poison();
        await using var world = await TrackWorld.StartAsync(also: s => s.AddSingleton<INotificationHandler<SubmissionErased>>(poison));
        var (sick, _, officer) = await ClosedAsync(world, CaseKind.Support);
        poison.Only = sick;
        var (well, _, _) = await ClosedAsync(world, CaseKind.Support, officer);
        MoveTo(world, new DateOnly(2030, 1, 1));
        Assert.Equal(new SweepCount(3, 1), await One<SweepKeeping>(world).RunAsync(default)); // both identities, the words of one
        var words = (await world.RowsAsync<Submission>(_ => true)).ToDictionary(s => s.Id, s => s.ErasedOn is not null);
        Assert.Equal((false, true), (words[sick], words[well]));
        Assert.Null((await world.Cases.CaseAsync(sick)).ErasedAt);
        poison.Only = Guid.Empty;
        Assert.Equal(new SweepCount(1, 0), await One<SweepKeeping>(world).RunAsync(default));
    }

    [Fact]
    public async Task Each_sides_sweep_touches_that_side_alone()
    {
        await using var world = await TrackWorld.StartAsync();
        var (government, _, _) = await ClosedAsync(world, CaseKind.Support);
        var (ti, _, _) = await ClosedAsync(world, CaseKind.Corruption);
        MoveTo(world, new DateOnly(2040, 1, 1));
        await One<SweepKeeping>(world).RunAsync(default);
        Assert.Equal((true, false), ((await world.Cases.CaseAsync(government)).ErasedAt is not null, (await world.Cases.CaseAsync(ti)).ErasedAt is not null));
        await One<SweepTiKeeping>(world).RunAsync(default);
        Assert.NotNull((await world.Cases.CaseAsync(ti)).ErasedAt);
    }

    [Fact]
    public async Task The_tracking_page_and_the_safety_page_say_how_long_it_is_kept()
    {
        await using var world = await TrackWorld.StartAsync();
        var (_, open) = await world.SendAsync();
        Assert.Contains("kept for 12 months after the case is closed; a name or contact, if you gave one, for 6 months", (await world.OpenAsync(open)).Text, StringComparison.Ordinal);
        var (id, code, _) = await ClosedAsync(world, CaseKind.Complaint);
        var closed = (await world.Cases.CaseAsync(id)).ClosedOn!.Value;
        var page = (await world.OpenAsync(code)).Text;
        Assert.Contains($"kept until {Formats.Date(closed.AddMonths(24), Lang.En)};", page, StringComparison.Ordinal);
        Assert.Contains($"until {Formats.Date(closed.AddMonths(6), Lang.En)}.", page, StringComparison.Ordinal);
        using var phone = world.Cases.Host.Phone();
        Assert.Contains("after 12 months, a request for information after 12, a complaint after 24, a corruption report after 60; a name and a contact after 6", await phone.GetStringAsync("/en/safety"), StringComparison.Ordinal);
    }

    private static T One<T>(TrackWorld world) => world.Cases.Host.Services.GetServices<ISweep>().OfType<T>().Single();

    private static ICaseKeys Keys(TrackWorld world) => world.Cases.Host.Services.GetRequiredService<ICaseKeys>();

    private static Task<SubmissionContent?> ReadAsync(TrackWorld world, Guid id) => world.Cases.Host.Services.GetRequiredService<ISubmissionReader>().ReadAsync(id, default);

    private static Task<CitizenIdentity?> IdentityAsync(TrackWorld world, Guid id) => world.Cases.Host.Services.GetRequiredService<IIdentityReader>().OpenAsync(id, default);

    private static async Task<string?> ContactAsync(TrackWorld world, Guid id)
    {
        await using var scope = world.Cases.Host.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ICitizenContacts>().FindAsync(id, Channel.Sms, default);
    }

    private static void MoveTo(TrackWorld world, DateOnly day) => world.Cases.MoveTo(PhnomPenh.StartOf(day).AddHours(10));

    // What is marked, by both sides, and then what makes it unreadable.
    private static async Task<SweepCount> SweepAsync(TrackWorld world, DateOnly day)
    {
        MoveTo(world, day);
        var count = await One<SweepKeeping>(world).RunAsync(default) + await One<SweepTiKeeping>(world).RunAsync(default);
        return count + await One<SweepErased>(world).RunAsync(default) + await One<SweepErasedIdentities>(world).RunAsync(default);
    }

    private static async Task<(Guid Id, ReceiptCode Code, Guid Worker)> ClosedAsync(TrackWorld world, CaseKind kind, Guid? worker = null)
    {
        var (id, code) = (Guid.NewGuid(), ReceiptCode.New());
        var office = kind switch { CaseKind.Complaint => DistrictOmbudsman, CaseKind.Corruption => TransparencyInternational, _ => CommuneAdministration };
        worker ??= office == CommuneAdministration ? world.Officer : await world.Cases.JoinAsync("Chan Sophea", office);
        var route = new RouteQuestion(kind, CaseWorld.Commune, CaseWorld.Office(CommuneAdministration), ServiceCode: null, AccusedRole: null, AccusedName: null);
        var outgoing = new Outgoing(id, code, kind == CaseKind.Corruption ? Side.Ti : Side.Government, route, Confidential: false)
        {
            Words = new SubmissionWords { Story = "ខ្ញុំសុំជំនួយ" }, Identity = new Identity { Name = "Sok Dara", Channel = Channel.Sms, Contact = "+85512345678" }, MayBeTold = Channel.Sms,
        };
        Assert.Equal(SendOutcome.Received, await world.Cases.Host.Services.GetRequiredService<Sending>().SendAsync(world.Cases.Citizen(), outgoing, default));
        await world.Cases.CloseAsync(worker.Value, id);
        return (id, code, worker.Value);
    }

    private sealed class Poison : INotificationHandler<SubmissionErased>
    {
        public Guid Only { get; set; }

        public Task Handle(SubmissionErased notification, CancellationToken cancellationToken) =>
            notification.CaseId == Only ? throw new InvalidOperationException("poison") : Task.CompletedTask;
    }
}
