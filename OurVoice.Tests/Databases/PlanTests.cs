using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OurVoice.Cases.Approve;
using OurVoice.Cases.Desk;
using OurVoice.Cases.EndMembership;
using OurVoice.Cases.IdentityWeeks;
using OurVoice.Cases.ListAges;
using OurVoice.Cases.ReadCase;
using OurVoice.Cases.ReadStatement;
using OurVoice.Cases.Staffing;
using OurVoice.Cases.Worklist;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;
using OurVoice.Tests.Cases;
using OurVoice.Tests.Cases.Lists;
using OurVoice.Web.Accounts.Administration;
using OurVoice.Web.Accounts.Notices;
using OurVoice.Web.Audit.ShowAudit;
using OurVoice.Web.Outbox;
using OurVoice.Web.Outbox.ShowOutbox;
using static OurVoice.Contracts.Places.OfficeKind;

namespace OurVoice.Tests.Databases;

/// <summary>
/// No list, sweep or act looks at the whole of a table that grows, or sorts it. Each line names the table it is about; an index that is dropped, or
/// a query that none fits any more, turns it red.
/// </summary>
public sealed class PlanTests
{
    /// <summary>As many as there are places, rules, months and years.</summary>
    private static readonly string[] Small = ["places_", "cases_routes", "cases_policies", "cases_policy_targets", "cases_policy_caps", "cases_figure_months", "cases_figure_years", "host_demo"];

    /// <summary>What each sweep asks; a new sweep fails until it stands here.</summary>
    private static readonly Dictionary<string, string> SweepTables = new(StringComparer.Ordinal)
    {
        ["figures"] = "cases_cases", ["ladder"] = "cases_cases", ["keeping"] = "cases_cases", ["keeping-ti"] = "cases_cases", ["erased-identities"] = "intake_identities", ["ladder-ti"] = "cases_cases", ["nobodys-cases"] = "cases_leaves", ["nobodys-cases-ti"] = "cases_leaves", ["key-sides"] = "cases_cases", ["recounts"] = "cases_recounts", ["recounts-ti"] = "ti_recounts", ["presence"] = "cases_presence", ["alikes"] = "cases_alikes",
        ["identity-weeks"] = "ti_outbox", ["statements"] = "cases_statements", ["erased-submissions"] = "intake_submissions", ["withdrawn-submissions"] = "intake_submissions", ["asked-withdrawals"] = "intake_submissions",
        ["keys-without-case"] = "intake_submissions", ["intake-files"] = "", ["track-acts"] = "intake_acts", ["desk-drafts"] = "intake_desk_drafts",
        ["outbox"] = "host_outbox", ["outbox-ti"] = "ti_outbox", ["audit-heads"] = "host_audit", ["audit-heads-ti"] = "ti_audit",
        ["audit-cut"] = "host_audit", ["audit-cut-ti"] = "ti_audit",
        ["telegram"] = "", // Without a bot it asks nothing; what a code asks stands among the acts.
    };

    /// <summary>Which list or sweep would look at a whole table without which index.</summary>
    private static readonly (string Act, string Index)[] Dropped =
    [
        ("worklist", "IX_cases_case_offices_OfficeId_Part_To_FoldId_DueAt_CaseId"), ("statements", "IX_cases_statements_OfficeId_State_From_Id"),
        ("ages", "IX_cases_case_offices_Age"), ("ages of a province", "IX_cases_case_offices_ProvinceAge"),
        ("approvals", "IX_cases_approvals_OfficeId_State_AskedAt_Id"), ("identities", "IX_cases_entries_At_Id"), ("sweep figures", "IX_cases_cases_ReceivedOn_Side_Kind"),
        ("sweep ladder", "IX_cases_cases_NextEventAt_Id"), ("mailbox", "IX_host_mailbox_Side_At_Id"), ("notices of what TI has now", "IX_host_outbox_Key"),
        ("sweep outbox", "IX_host_outbox_State_NotBefore_Id"),
        ("accounts", "IX_host_accounts_Side_NormalizedUserName"), ("sweep statements", "IX_cases_statements_KeptFrom_Id"),
    ];

    [Fact]
    public async Task Whatever_grows_is_looked_up_by_an_index_that_brings_it_in_its_order()
    {
        var plans = new Plans();
        await using var world = await CaseWorld.StartAsync(also: plans.Watch);
        var wrong = new List<string>();
        foreach (var (name, table, act) in await ActsAsync(world))
        {
            var (commands, scans, sorts) = await LookAsync(world, plans, act);
            wrong.AddRange(sorts.Select(s => $"{name} sorts before it shows:\n{s}\n"));
            wrong.AddRange(scans.Select(s => $"{name} looks at all of {s.Table}:\n{s.Command}\n"));
            if (table.Length > 0 && !commands.Any(c => c.Contains($"\"{table}\"", StringComparison.Ordinal)))
            {
                wrong.Add($"{name} never asked {table}.");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Distinct(StringComparer.Ordinal)));
    }

    [Theory, EveryDatabase]
    public async Task The_indexes_are_there(string provider)
    {
        await using var world = await CaseWorld.StartAsync(provider);
        await using var db = world.Host.Read();
        var asked = provider == "Postgres" ? "SELECT indexname AS \"Value\" FROM pg_indexes" : provider == "Sqlite" ? "SELECT name AS \"Value\" FROM sqlite_master" : "SELECT name AS \"Value\" FROM sys.indexes";
        var there = await db.Database.SqlQueryRaw<string>(asked).ToListAsync();
        Assert.Empty(Dropped.Select(d => d.Index).Except(there, StringComparer.Ordinal));
    }

    [Fact]
    public async Task Without_its_index_a_list_or_sweep_is_found_out()
    {
        var plans = new Plans();
        await using var world = await CaseWorld.StartAsync(also: plans.Watch);
        var acts = (await ActsAsync(world)).ToDictionary(a => a.Name, a => a.Act, StringComparer.Ordinal);
        foreach (var (act, index) in Dropped)
        {
            await using (var db = world.Host.Read())
            {
                var drop = $"DROP INDEX \"{index}\"";
                await db.Database.ExecuteSqlRawAsync(drop);
            }

            var (_, scans, sorts) = await LookAsync(world, plans, acts[act]);
            Assert.True(scans.Count > 0 || sorts.Any(), $"{act} does without {index}.");
        }
    }

    private static async Task<(IEnumerable<string> Commands, IReadOnlyList<(string Table, string Command)> Scans, IEnumerable<string> Sorts)> LookAsync(CaseWorld world, Plans plans, Func<Task> act)
    {
        var commands = await plans.OfAsync(act);
        await using var db = world.Host.Read();
        var scans = (await Plans.ScansAsync(db, commands)).Where(s => !Small.Any(x => s.Table.StartsWith(x, StringComparison.Ordinal)) && !IsPage(s.Command));
        return (commands.Keys, [.. scans], (await Plans.SortsAsync(db, commands)).Where(s => !SortsFew(s)));
    }

    // Nothing (a filter by an empty list); one case; those a worker has claimed; what of the outbox is due; the audit of one day; what citizens asked for on one day.
    private static bool SortsFew(string command) => command.Contains("WHERE 0", StringComparison.Ordinal) ||
        new[] { "\"Number\" = @number", "\"CaseId\" = @", "\"ClaimedBy\" = @worker", "= 'Sending' AND", "\"At\" >= @from AND", "\"WithdrawalFrom\" <= @today" }.Any(w => command.Contains(w, StringComparison.Ordinal));

    // The beginning of a list with no choice, in an order that an index has: it is left after the page.
    private static bool IsPage(string command) => !command.Contains("WHERE", StringComparison.Ordinal) && Regex.IsMatch(command, @"ORDER BY [^\n]+\nLIMIT \S+$", RegexOptions.None, TimeSpan.FromSeconds(1));

    private static async Task<List<(string Name, string Table, Func<Task> Act)>> ActsAsync(CaseWorld world)
    {
        var services = world.Host.Services;
        var (clerk, _) = await ListTests.StatementsAsync(world, 80);
        await ListTests.AppointmentsAsync(world, 80);
        var head = await world.JoinAsync("Prak Vanna", TransparencyInternational, MemberRole.Head);
        var officer = await world.JoinAsync("លី សុវណ្ណ", CommuneAdministration);
        var minister = await world.JoinAsync("កែវ រតនា", Ministry);
        var support = await world.SendAsync(CaseKind.Support, CaseWorld.Office(CommuneAdministration));
        var cursor = new ListCursor(world.Now, Guid.NewGuid());
        ListPlace[] places = [ListPlace.First, new(cursor, Before: null), new(After: null, cursor)];

        Func<Task> Each<T>(IEnumerable<T> all, Func<T, Task> read) => async () =>
        {
            foreach (var one in all)
            {
                await read(one);
            }
        };

        return
        [
            ("worklist", "cases_case_offices", Each(Worklists(cursor), f => services.GetRequiredService<WorklistReader>().ReadAsync(f, world.As(officer), default))),
            ("ages", "cases_case_offices", Each(Ages(places, province: null), f => services.GetRequiredService<AgeReader>().ReadAsync(f, world.As(minister), default))),
            ("ages of a province", "cases_case_offices", Each(Ages(places, "02"), f => services.GetRequiredService<AgeReader>().ReadAsync(f, world.As(minister), default))),
            ("statements", "cases_statements", Each(places, p => services.GetRequiredService<StatementReader>().ListAsync(isAnswered: false, p, world.As(clerk), default))),
            ("statements, answered", "cases_statements", Each(places, p => services.GetRequiredService<StatementReader>().ListAsync(isAnswered: true, p, world.As(clerk), default))),
            ("approvals", "cases_approvals", Each(places, p => services.GetRequiredService<ApprovalsReader>().ReadAsync(p, world.As(head), default))),
            ("identities", "cases_entries", Each(new WeekQuery[] { new(Week: null), new(Week: null, Before: "5000000000"), new(Week: null, After: "5000000000") }, p => services.GetRequiredService<OpenedWeeks>().ReadAsync(p, world.As(head), default))),
            ("accounts", "host_accounts", Each(Accounts(head), q => services.GetRequiredService<AccountList>().ReadAsync(q, default))),
            ("outbox page", "ti_outbox", Each(Outboxes(), q => services.GetRequiredService<OutboxList>().ReadAsync(new(head, Side.Ti, "", Lang.En, [], Office: null), q, default))),
            ("a new case", "cases_memberships", () => world.SendAsync(CaseKind.Complaint, CaseWorld.Office(CommuneAdministration), accused: "សុខ ដារា")),
            ("a case", "cases_entries", Each([false, true], c => services.GetRequiredService<OpenCase>().ExecuteAsync(support, world.As(officer), c, default))),
            ("audit", "ti_audit", Each(Audits(world, head), q => services.GetRequiredService<AuditList>().ReadAsync(new(head, Side.Ti, "", Lang.En, [], Office: null), q, default))),
            ("mailbox", "host_mailbox", Each(new Guid?[] { null, Guid.NewGuid() }, a => services.GetRequiredService<MailboxList>().ReadAsync(Side.Government, a, default))),
            ("end of a membership", "cases_cases", () => world.DoAsync<EndMember>(officer, (a, actor) => a.ExecuteAsync(new(officer, CaseWorld.Office(CommuneAdministration), MemberRole.Officer), actor, default))),
            ("notices of what TI has now", "host_outbox", () => world.PublishAsync(new CaseHandedToTi(Guid.NewGuid(), CaseWorld.Office(CommuneAdministration), world.Citizen()))),
            ("start code", "host_notice_codes", () => world.DoAsync<LinkChat>(clerk, (a, actor) => a.ExecuteAsync("nobodys", 1, actor, default))),
            ("keys in use", "intake_submissions", Each(services.GetServices<IMasterKeyUse>().SelectMany(u => new Side?[] { null, Side.Government, Side.Ti }.Select(s => (u, s))), x => x.u.NeedsAsync(x.s, world.Now, default))),
            .. Sweeps(world),
        ];
    }

    private static IEnumerable<(string, string, Func<Task>)> Sweeps(CaseWorld world)
    {
        foreach (var sweep in world.Host.Services.GetServices<ISweep>())
        {
            yield return ("sweep " + sweep.Name, SweepTables.GetValueOrDefault(sweep.Name, "a table that is named here"), async () =>
            {
                // A month later, so that a month is counted and cases are due.
                world.MoveTo(world.Now.AddDays(35));
                await sweep.RunAsync(default);
            });
        }
    }

    private static IEnumerable<WorklistFilter> Worklists(ListCursor cursor)
    {
        WorklistFilter[] all =
        [
            new(), new() { Part = OurVoice.Cases.Part.Late }, new() { LatestFirst = true }, new() { Overdue = true }, new() { Kind = CaseKind.Support, Place = "02" },
            new() { Who = WorklistWho.Mine }, new() { Who = WorklistWho.Nobody }, new() { State = "closed" }, new() { Number = "1234567890" }, new() { Fold = Guid.NewGuid() },
        ];
        return all.SelectMany(f => new[] { f, f with { After = cursor }, f with { Before = cursor } });
    }

    private static IEnumerable<AgeFilter> Ages(ListPlace[] places, string? province) =>
        new AgeFilter[] { new() { Province = province }, new() { Province = province, Band = AgeBand.To90, Climbed = true } }.SelectMany(f => places.Select(p => f with { Page = p }));

    private static IEnumerable<AccountQuery> Accounts(Guid one) =>
        new bool?[] { null, false, true }.SelectMany(d => new AccountQuery[] { new(Side.Ti, d, After: null, Before: null), new(Side.Ti, d, one, Before: null), new(Side.Ti, d, After: null, one) });

    private static IEnumerable<OutboxQuery> Outboxes() =>
        [new(State: null, Template: null, Before: null), new(OutboxState.Dead, Template: null, Before: null), new(OutboxState.Dead, OutboxQuery.AllTemplates[0], Before: null)];

    private static IEnumerable<AuditQuery> Audits(CaseWorld world, Guid one)
    {
        var day = PhnomPenh.DateOf(world.Now);
        return new AuditAct?[] { null, AuditAct.CaseOpened }.SelectMany(a => new Guid?[] { null, one }.SelectMany(w => new DateOnly?[] { null, day }.Select(d => new AuditQuery(a, w, d, Before: null))));
    }
}
