using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OurVoice.Cases.AnswerStatement;
using OurVoice.Cases.Approve;
using OurVoice.Cases.Presence;
using OurVoice.Cases.SaveDraft;
using OurVoice.Cases.SetPolicies;
using OurVoice.Cases.Statements;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;
using OurVoice.Places;
using OurVoice.Places.ConfirmHolidays;
using OurVoice.Places.Merge;
using OurVoice.Places.SetHolidays;
using OurVoice.Tests.Cases;
using OurVoice.Tests.Databases;
using OurVoice.Web;
using OurVoice.Web.Accounts.Administration;
using OurVoice.Web.Accounts.Reset;
using OurVoice.Web.Jobs.ShowJobs;
using OurVoice.Web.Outbox;
using OurVoice.Web.Outbox.ShowOutbox;

namespace OurVoice.Tests.Matrix;

/// <summary>The acts that are not on a case, and the list of all there are.</summary>
public sealed class OtherActTests
{
    private static readonly OfficeHours Hours = OfficeHours.Parse("Mon-Fri 09:00-12:00");

    private static readonly HolidayRow Extra = new(new(2026, 6, 2), "Extra day", "ថ្ងៃបន្ថែម", "", HolidayConfidence.High, "Sub-decree");

    private static readonly TemporaryPassword Password = new("aaaa-bbbb-cccc-dddd", "hash");

    [Fact]
    public void Every_action_stands_in_the_table()
    {
        List<string> listed =
        [
            .. ActionTable.OnCases.Rows, .. ActionTable.OnOthers.Rows, .. ActionTable.OfTheSystem, .. ActionTable.OfTheCitizen, .. ActionTable.OnOwnRows,
        ];
        var written = Modules.Assemblies.All.SelectMany(a => a.GetTypes())
            .Where(t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(typeof(IAction))).Select(t => t.Name.Split('`')[0]).ToList();
        Assert.Equal(listed.Count, listed.Distinct(StringComparer.Ordinal).Count());
        Assert.Empty(written.Except(listed, StringComparer.Ordinal).Select(a => "not listed: " + a).Concat(listed.Except(written, StringComparer.Ordinal).Select(a => "gone: " + a)));
    }

    [Fact]
    public void No_door_of_the_desk_leads_to_an_action_of_the_system()
    {
        var doors = Repository.Files(".razor").Concat(Repository.Files(".cs").Where(f => !f.Contains("OurVoice.Tests", StringComparison.Ordinal)))
            .Select(f => (Name: f, Text: File.ReadAllText(f))).Where(f => f.Name.EndsWith(".razor", StringComparison.Ordinal) || f.Text.Contains("IDeskActor", StringComparison.Ordinal)).ToList();
        Assert.Contains(doors, d => d.Text.Contains("RunAsync<DecideApproval>", StringComparison.Ordinal));
        Assert.Empty(doors.SelectMany(d => ActionTable.OfTheSystem.Where(a => d.Text.Contains($"RunAsync<{a}", StringComparison.Ordinal)).Select(a => $"{d.Name}: {a}")));
    }

    [Theory, EveryDatabase]
    public async Task An_act_on_an_account_or_a_statement_is_for_whom_the_table_says(string provider)
    {
        await using var world = await MatrixWorld.StartAsync(provider, relations: []);
        var acts = await ActsAsync(world);
        Assert.Equal(ActionTable.OnOthers.Rows.Order(StringComparer.Ordinal), acts.Keys.Order(StringComparer.Ordinal));
        List<string> wrong = [];
        foreach (var (act, targets) in acts)
        {
            foreach (var person in Seat.People.Select(p => p.Name).Prepend(Seat.Nobody))
            {
                var actor = person == Seat.Nobody ? world.Cases.Citizen() : world.Cases.As(world.People[person]);
                var trial = new Trial(Guid.Empty, 0, default!, actor);
                var came = "";
                foreach (var target in targets)
                {
                    came += await Trial.OutcomeAsync(() => world.Cases.Host.Runner.RunAsync<Try>(actor, t => t.OnceAsync(trial, _ => Task.CompletedTask, target), default));
                }

                wrong.AddRange(came == ActionTable.OnOthers[act, person] ? [] : [$"{act} by {person}: {came}, not {ActionTable.OnOthers[act, person]}"]);
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task What_takes_away_own_rows_takes_nobody_elses()
    {
        await using var world = await MatrixWorld.StartAsync(relations: ["own"]);
        var on = world.All.First(c => c is { Office: OfficeKind.CommuneAdministration, Kind: CaseKind.Support }).Id;
        await world.Cases.WriteAsync<KeepDraft>(world.People["officer"], on, (a, key, actor) => a.ExecuteAsync(new(on, CaseField.Reply, 1, "ក"), key, actor, default));
        await world.Cases.DoAsync<MarkPresence>(world.People["officer"], (a, actor) => a.ExecuteAsync(on, CaseField.Reply, actor, default));
        var before = await Fingerprint.OfAsync(world.Cases.Host);
        foreach (var other in world.People.Where(p => p.Key != "officer"))
        {
            await world.Cases.DoAsync<DropDraft>(other.Value, (a, actor) => a.ExecuteAsync(on, CaseField.Reply, actor, default));
            await world.Cases.DoAsync<LeaveCase>(other.Value, (a, actor) => a.ExecuteAsync(on, actor, default));
        }

        Assert.Equal(before, await Fingerprint.OfAsync(world.Cases.Host));
    }

    private static async Task<Dictionary<string, Func<Trial, Task>[]>> ActsAsync(MatrixWorld world)
    {
        var (gov, ti) = (await world.Cases.AccountAsync("Sok", Side.Government), await world.Cases.AccountAsync("Chea Lina", Side.Ti));
        var (commune, office) = (CaseWorld.Office(OfficeKind.CommuneAdministration), OfficeIds.TransparencyInternational);
        var waits = await WaitsAsync(world, ti);
        var half = await HalfAsync(world, ti);
        var (own, behind) = await KeysAsync(world);
        return new(StringComparer.Ordinal)
        {
            [nameof(AdministerAccount)] = [Disable(gov, Side.Government), Disable(ti, Side.Ti), Reset(gov, Side.Government), Reset(ti, Side.Ti)],
            [nameof(Appoint)] = [Put(gov, commune), Put(ti, office)],
            [nameof(CallJob)] = [Call("ladder", Side.Government), Call("ladder-ti", Side.Ti)],
            [nameof(ConfirmHolidays)] = [t => t.DoAsync<ConfirmHolidays>(a => a.ConfirmAsync(2026, "Sub-decree", seen: null, t.Actor, default))],
            [nameof(CreateAccount)] = [Create(Side.Government, commune), Create(Side.Ti, office)],
            [nameof(DecideApproval)] = [t => t.DoAsync<DecideApproval>(a => a.ApproveAsync(waits, t.Actor, default))],
            [nameof(MergeHolidays)] = [t => t.DoAsync<MergeHolidays>(a => a.MergeAsync([Extra], t.Actor, default))],
            [nameof(PublishPolicy)] = [await PublishAsync(world, Side.Government), await PublishAsync(world, Side.Ti)],
            [nameof(SetHoliday)] = [t => t.DoAsync<SetHoliday>(a => a.SaveAsync(new(t.Request, 0, Extra), t.Actor, default))],
            [nameof(OurVoice.Places.SetHours.SetHours)] = [HoursOf(OfficeKind.HealthCentre), HoursOf(OfficeKind.TransparencyInternational), HoursOf(commune), HoursOf(office)],
            [nameof(SettleDeadLetter<GovernmentOutboxRow>)] = [Resend<GovernmentOutboxRow>(await DeadAsync<GovernmentOutboxRow>(world)), Resend<TiOutboxRow>(await DeadAsync<TiOutboxRow>(world))],
            [nameof(TakeHalf)] = [t => t.DoAsync<TakeHalf>(a => a.ExecuteAsync(half, t.Actor, default))],
            [nameof(AnswerForStatement)] = [t => t.DoAsync<AnswerForStatement>(a => a.ExecuteAsync(new(world.Statement, Guid.NewGuid(), "បាទ។"), own, behind, t.Actor, default))],
            [nameof(KeepAnswer)] = [t => t.DoAsync<KeepAnswer>(a => a.ExecuteAsync("បាទ។", own, t.Actor, default))],
        };
    }

    private static Func<Trial, Task> Disable(Guid id, Side side) => t => t.DoAsync<AdministerAccount>(a => a.DisableAsync(id, side, t.Actor, default));

    private static Func<Trial, Task> Reset(Guid id, Side side) => t => t.DoAsync<AdministerAccount>(a => a.ResetPasswordAsync(id, side, Password, t.Actor, default));

    private static Func<Trial, Task> Call(string job, Side side) => t => t.DoAsync<CallJob>(a => a.ExecuteAsync(job, side, t.Actor, default));

    private static Func<Trial, Task> Resend<TRow>(Guid id)
        where TRow : OutboxRow => t => t.DoAsync<SettleDeadLetter<TRow>>(a => a.ResendAsync(id, t.Actor, default));

    private static async Task<Guid> DeadAsync<TRow>(MatrixWorld world)
        where TRow : OutboxRow, new()
    {
        var row = OutboxRow.From<TRow>(new("dead", Side.Government, Templates.OfficerDigest, Guid.NewGuid(), null, Channel.Email, Lang.Km, world.Cases.Now));
        row.Begin(world.Cases.Now);
        row.Failed("refused", forGood: true, world.Cases.Now);
        await using var db = world.Cases.Host.Read();
        db.Add(row);
        await db.SaveChangesAsync();
        return row.Id;
    }

    private static async Task<Func<Trial, Task>> PublishAsync(MatrixWorld world, Side side)
    {
        var draft = await world.Cases.Host.Services.GetRequiredService<PoliciesReader>().FindAsync(side, 1, default);
        return t => t.DoAsync<PublishPolicy>(a => a.ExecuteAsync(new(t.Request, side, 1, From: null, "សាកល្បង", draft!), t.Actor, default));
    }

    private static Func<Trial, Task> HoursOf(OfficeKind kind) =>
        t => t.DoAsync<OurVoice.Places.SetHours.SetHours>(a => a.OfKindAsync(kind, seen: null, Hours, t.Actor, default));

    private static Func<Trial, Task> HoursOf(Guid id) =>
        t => t.DoAsync<OurVoice.Places.SetHours.SetHours>(a => a.OfOfficeAsync(id, seen: null, Hours, t.Actor, default));

    private static Func<Trial, Task> Put(Guid id, Guid office) => t => t.DoAsync<Appoint>(a => a.AppointAsync(id, office, MemberRole.Officer, t.Actor, default));

    private static Func<Trial, Task> Create(Side side, Guid office) => t => t.DoAsync<CreateAccount>(
        a => a.ExecuteAsync(new(side, $"{t.Request:N}@example.org", "Sok", null, Lang.Km, office, MemberRole.Officer), Password, t.Actor, default));

    private static async Task<Guid> WaitsAsync(MatrixWorld world, Guid account)
    {
        var one = new Approval
        {
            AccountId = account, OfficeId = OfficeIds.TransparencyInternational, Role = MemberRole.Officer, AskedBy = Guid.NewGuid(), AskedAt = world.Cases.Now,
        };
        await using var db = world.Cases.Host.Read();
        db.Add(one);
        await db.SaveChangesAsync();
        return one.Id;
    }

    // Asked for by TI's administrator, and its head agreed.
    private static async Task<Guid> HalfAsync(MatrixWorld world, Guid account)
    {
        var one = new HeldPassword
        {
            Id = Guid.NewGuid(), AccountId = account, Hash = "hash", AskedBy = world.People["tiadm"], ApprovedBy = world.People["tihead"], AskedAt = world.Cases.Now,
            AskersHalf = [1], ApproversHalf = [2],
        };
        await using var db = world.Cases.Host.Read();
        db.Add(one);
        await db.SaveChangesAsync();
        return one.Id;
    }

    private static async Task<(CaseKey Own, CaseKey Behind)> KeysAsync(MatrixWorld world)
    {
        var behind = (await world.Cases.RowsAsync<CaseStatement>(s => s.StatementId == world.Statement)).Single().CaseId;
        var keys = world.Cases.Host.Services.GetRequiredService<ICaseKeys>();
        return ((await keys.FindAsync(world.Statement, default))!, (await keys.FindAsync(behind, default))!);
    }
}
