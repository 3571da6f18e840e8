using System.Net;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OurVoice.Cases.Approve;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;
using OurVoice.Tests.Databases;
using OurVoice.Tests.Hosting;
using OurVoice.Web.Accounts.Administration;
using OurVoice.Web.Accounts.Reset;
using OurVoice.Web.Audit;
using OurVoice.Web.Outbox;

namespace OurVoice.Tests.Accounts;

/// <summary>
/// Transparency International: Mony administers and wants to get into Sophea's account, who works cases. Ratha administers too, Vanna is head.
/// </summary>
public sealed class ResetByTwoTests
{
    private const string Mony = Staff.TiAdmin;
    private const string Ratha = "ratha@ti.example";
    private const string Vanna = "vanna@ti.example";

    [Theory, EveryDatabase]
    public async Task One_administrator_of_TI_gets_no_password_and_two_get_half_of_one_each(string provider)
    {
        await using var world = await World.StartAsync(provider);
        using var mony = await world.SignedInAsync(Mony);
        var asked = await mony.PostAsync($"/desk/accounts/{world.Of(Staff.Sophea)}", "change", ("What", "password"));
        Assert.Null(asked.Page.QuerySelector("code.key"));
        Assert.Contains("A second person of Transparency International must agree", asked.Text, StringComparison.Ordinal);
        Assert.Equal("/desk/", await world.TryAsync(Staff.Sophea, Staff.Password));
        var waits = Assert.Single(await world.WaitingAsync());
        await BreaksAsync("Rule_AnotherPerson", () => world.ApproveAsync(Mony, waits.Id));
        await BreaksAsync("Rule_AnotherPerson", () => world.ApproveAsync(Staff.Sophea, waits.Id, asHead: true));
        Assert.Null(await world.TakeAsync(Mony, waits.Id));

        await world.ApproveAsync(Vanna, waits.Id);
        await world.ApproveAsync(Vanna, waits.Id);
        var (seen, first, second) = (await world.ReadAsync(Staff.Sophea), await world.TakeAsync(Mony, waits.Id), await world.TakeAsync(Vanna, waits.Id));
        Assert.Equal((true, 9, 9), (seen.MustChangePassword, first!.Length, second!.Length));
        Assert.Equal((null, null, null), (await world.TakeAsync(Mony, waits.Id), await world.TakeAsync(Vanna, waits.Id), await world.TakeAsync(Ratha, waits.Id)));
        Assert.Empty(await world.RowsAsync<HeldPassword>());
        foreach (var guess in new[] { first, second, $"{first}-{first}", $"{second}-{second}" })
        {
            Assert.Null(await world.TryAsync(Staff.Sophea, guess));
        }

        Assert.Equal("/desk/", await world.TryAsync(Staff.Sophea, $"{first}-{second}"));
    }

    [Theory]
    [InlineData("analyst")]
    [InlineData("dismissed")]
    [InlineData(Ratha)]
    [InlineData(Vanna)]
    public async Task Nobodys_password_is_one_persons_word_be_it_an_analyst_one_just_dismissed_or_the_second_person_herself(string whose)
    {
        await using var world = await World.StartAsync();
        var id = whose switch
        {
            "analyst" => await world.Staff.AddAsync("tep@ti.example", Side.Ti, OfficeIds.TransparencyInternational, MemberRole.Analyst),
            "dismissed" => world.Of(Staff.Sophea),
            _ => world.Of(whose),
        };
        if (whose == "dismissed")
        {
            await world.RunAsync<Appoint>(Mony, (a, actor) => a.DismissAsync(id, OfficeIds.TransparencyInternational, MemberRole.Officer, actor, default));
        }

        var before = (await world.RowsAsync<Account>()).Single(a => a.Id == id).PasswordHash;
        Assert.False(await world.ResetAsync(Mony, id));
        Assert.Equal(before, (await world.RowsAsync<Account>()).Single(a => a.Id == id).PasswordHash);
        await BreaksAsync("Rule_AskedAlready", () => world.ResetAsync(Mony, id));
        Assert.Single(await world.RowsAsync<HeldPassword>());
    }

    [Fact]
    public async Task Second_step_and_a_disabled_account_wait_too_and_a_no_leaves_everything_as_it_was()
    {
        await using var world = await World.StartAsync();
        var sophea = world.Of(Staff.Sophea);
        await world.Staff.ChangeAsync(Staff.Sophea, a => a.TwoFactorEnabled = true);
        var stamp = (await world.ReadAsync(Staff.Sophea)).SecurityStamp;
        Assert.False(await world.RunAsync<AdministerAccount, bool>(Mony, (a, actor) => a.ResetSecondStepAsync(sophea, Side.Ti, actor, default)));
        var step = Assert.Single(await world.WaitingAsync());
        Assert.Equal((true, stamp), ((await world.ReadAsync(Staff.Sophea)).TwoFactorEnabled, (await world.ReadAsync(Staff.Sophea)).SecurityStamp));
        await world.RunAsync<DecideApproval>(Ratha, (a, actor) => a.RefuseAsync(step.Id, actor, default));
        await BreaksAsync("Rule_AlreadyDecided", () => world.ApproveAsync(Vanna, step.Id));
        Assert.True((await world.ReadAsync(Staff.Sophea)).TwoFactorEnabled);

        await world.RunAsync<AdministerAccount>(Mony, (a, actor) => a.DisableAsync(sophea, Side.Ti, actor, default));
        Assert.False(await world.RunAsync<AdministerAccount, bool>(Mony, (a, actor) => a.EnableAsync(sophea, Side.Ti, actor, default)));
        Assert.NotNull((await world.ReadAsync(Staff.Sophea)).DisabledAt);
        await world.ApproveAsync(Ratha, Assert.Single(await world.WaitingAsync()).Id);
        Assert.Null((await world.ReadAsync(Staff.Sophea)).DisabledAt);
        await world.ResetAsync(Mony, sophea);
        var password = Assert.Single(await world.WaitingAsync());
        await world.RunAsync<DecideApproval>(Ratha, (a, actor) => a.RefuseAsync(password.Id, actor, default));
        Assert.Empty(await world.RowsAsync<HeldPassword>());
        Assert.False((await world.ReadAsync(Staff.Sophea)).MustChangePassword);
    }

    [Fact]
    public async Task A_new_account_of_TI_has_no_password_that_one_person_knows()
    {
        await using var world = await World.StartAsync();
        using var mony = await world.SignedInAsync(Mony);
        var made = await mony.PostAsync(
            $"/desk/accounts/new/{OfficeIds.TransparencyInternational}", "new", ("Email", "lina@ti.example"), ("Name", "Chea Lina"), ("Role", "Officer"), ("Language", "en"));
        Assert.Equal((HttpStatusCode.OK, null), (made.Status, made.Page.QuerySelector("code.key")));
        Assert.Contains("Its password waits for a second person", made.Text, StringComparison.Ordinal);
        var waits = await world.WaitingAsync();
        Assert.Equal([(MemberRole?)null, MemberRole.Officer], waits.Select(w => w.Role).Order());
        foreach (var one in waits)
        {
            await world.ApproveAsync(Ratha, one.Id);
        }

        var change = waits.Single(w => w.Change == CredentialChange.Password).Id;
        var password = $"{await world.TakeAsync(Mony, change)}-{await world.TakeAsync(Ratha, change)}";
        Assert.Equal("/desk/", await world.TryAsync("lina@ti.example", password));
    }

    [Fact]
    public async Task Both_steps_are_in_TIs_audit_and_the_person_and_the_head_are_told()
    {
        await using var world = await World.StartAsync();
        await world.ResetAsync(Mony, world.Of(Staff.Sophea));
        Assert.Empty(await world.RowsAsync<TiOutboxRow>());
        await world.ApproveAsync(Ratha, Assert.Single(await world.WaitingAsync()).Id);
        var rows = (await world.RowsAsync<TiAuditRow>()).OrderBy(r => r.Sequence).Select(r => (r.Act, r.AccountId, r.DetailId!.Value, r.Reason));
        Assert.Equal(
            [(AuditAct.ResetAsked, world.Of(Mony), world.Of(Staff.Sophea), "Password"), (AuditAct.PasswordReset, world.Of(Ratha), world.Of(Staff.Sophea), null)], rows);
        Assert.Equal(
            [(Templates.MemberAccountReset, world.Of(Vanna)), (Templates.YourAccountReset, world.Of(Staff.Sophea))],
            (await world.RowsAsync<TiOutboxRow>()).Select(r => (r.Template, r.AccountId!.Value)).OrderBy(r => r.Template, StringComparer.Ordinal));
        Assert.Empty(await world.RowsAsync<GovernmentOutboxRow>());
        Assert.Empty(await world.RowsAsync<GovernmentAuditRow>());
    }

    [Theory, EveryDatabase]
    public async Task Two_who_agree_at_once_make_one_change(string provider)
    {
        await using var world = await World.StartAsync(provider);
        await world.ResetAsync(Mony, world.Of(Staff.Sophea));
        var waits = Assert.Single(await world.WaitingAsync());
        await Task.WhenAll(new[] { Vanna, Ratha, Vanna, Ratha }.Select(who => Task.Run(() => world.ApproveAsync(who, waits.Id))));
        Assert.Single(await world.RowsAsync<TiAuditRow>(), r => r.Act == AuditAct.PasswordReset);
        var (asker, head, other) = (await world.TakeAsync(Mony, waits.Id), await world.TakeAsync(Vanna, waits.Id), await world.TakeAsync(Ratha, waits.Id));
        Assert.NotNull(asker);
        Assert.Single(new[] { head, other }, h => h is not null);
    }

    [Fact]
    public async Task When_a_listener_fails_nothing_was_agreed_to()
    {
        await using var world = await World.StartAsync(also: s => s.AddScoped<INotificationHandler<CredentialChanged>, Crash>());
        await world.ResetAsync(Mony, world.Of(Staff.Sophea));
        var (before, waits) = ((await world.ReadAsync(Staff.Sophea)).PasswordHash, Assert.Single(await world.WaitingAsync()));
        await Assert.ThrowsAsync<InvalidOperationException>(() => world.ApproveAsync(Vanna, waits.Id));
        Assert.Equal(before, (await world.ReadAsync(Staff.Sophea)).PasswordHash);
        Assert.Single(await world.WaitingAsync());
        Assert.Null(await world.TakeAsync(Mony, waits.Id));
        Assert.DoesNotContain(await world.RowsAsync<TiAuditRow>(), r => r.Act == AuditAct.PasswordReset);
    }

    private static async Task BreaksAsync(string rule, Func<Task> act) => Assert.Equal(rule, (await Assert.ThrowsAsync<RuleBroken>(act)).Rule);

    private sealed class Crash : INotificationHandler<CredentialChanged>
    {
        public Task Handle(CredentialChanged notification, CancellationToken cancellationToken) => throw new InvalidOperationException("crash");
    }

    private sealed class World(TestHost host, Staff staff, Dictionary<string, Guid> people) : IAsyncDisposable
    {
        public Staff Staff => staff;

        public static async Task<World> StartAsync(string provider = "Sqlite", Action<IServiceCollection>? also = null)
        {
            var host = await TestHost.CreateAsync(provider);
            host.Replace = also;
            await host.StartAsync();
            var staff = await Staff.InAsync(host);
            await staff.AddAsync(Ratha, Side.Ti, OfficeIds.TransparencyInternational, MemberRole.Administrator);
            await staff.AddAsync(Vanna, Side.Ti, OfficeIds.TransparencyInternational, MemberRole.Head);
            await using var db = host.Read();
            return new(host, staff, await db.Set<Account>().ToDictionaryAsync(a => a.Email!, a => a.Id));
        }

        public Guid Of(string email) => people[email];

        public Task<Account> ReadAsync(string email) => staff.ReadAsync(email);

        public async Task<List<T>> RowsAsync<T>()
            where T : class
        {
            await using var db = host.Read();
            return await db.Set<T>().AsNoTracking().ToListAsync();
        }

        public async Task<List<Approval>> WaitingAsync() => [.. (await RowsAsync<Approval>()).Where(a => a.State == ApprovalState.Waiting)];

        public Task<TResult> RunAsync<TAction, TResult>(string who, Func<TAction, Actor, Task<TResult>> act)
            where TAction : class, IAction
        {
            var actor = As(who);
            return host.Runner.RunAsync<TAction, TResult>(actor, a => act(a, actor), default);
        }

        public Task RunAsync<TAction>(string who, Func<TAction, Actor, Task> act)
            where TAction : class, IAction
        {
            var actor = As(who);
            return host.Runner.RunAsync<TAction>(actor, a => act(a, actor), default);
        }

        public Task<bool> ResetAsync(string by, Guid id) =>
            RunAsync<AdministerAccount, bool>(by, (a, actor) => a.ResetPasswordAsync(id, Side.Ti, new("aaaa-bbbb-cccc-dddd", $"hash-{Guid.NewGuid():N}"), actor, default));

        /// <param name="asHead">The person is made a head first, so that only being meant stands in the way.</param>
        public async Task ApproveAsync(string who, Guid id, bool asHead = false)
        {
            if (asHead)
            {
                var system = Actor.System(host.Time);
                await host.Runner.RunAsync<Appoint>(system, a => a.AppointAsync(Of(who), OfficeIds.TransparencyInternational, MemberRole.Head, system, default), default);
            }

            await RunAsync<DecideApproval>(who, (a, actor) => a.ApproveAsync(id, actor, default));
        }

        public Task<string?> TakeAsync(string who, Guid id) => host.Services.GetRequiredService<IPasswordHalves>().TakeAsync(id, As(who), default);

        /// <summary>Where a sign-in leads, or null.</summary>
        public async Task<string?> TryAsync(string email, string password)
        {
            using var client = new DeskClient(host);
            return (await client.SignInAsync(email, password)).Location;
        }

        public async Task<DeskClient> SignedInAsync(string email)
        {
            var client = new DeskClient(host);
            Assert.Equal("/desk/", (await client.SignInAsync(email)).Location);
            return client;
        }

        public ValueTask DisposeAsync() => host.DisposeAsync();

        private Actor As(string who) => Actor.Officer(host.Time, people[who], OfficeIds.TransparencyInternational, Lang.En);
    }
}
