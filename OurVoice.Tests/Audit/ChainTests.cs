using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OurVoice.Contracts.Host;
using OurVoice.Tests.Databases;
using OurVoice.Tests.Hosting;
using OurVoice.Web.Audit;
using OurVoice.Web.Running;
using OurVoice.Web.Sealing.Masters;

namespace OurVoice.Tests.Audit;

public sealed class ChainTests
{
    private const int Writers = 8;
    private const int Each = 25;

    [Theory, EveryDatabase]
    public async Task Eight_writers_in_each_of_two_processes_keep_one_whole_chain(string provider)
    {
        await using var world = await AuditWorld.StartAsync(provider);
        await using var second = new TestHost(world.Host.Provider, world.Host.Folder, world.Host.ConnectionString, ownsFolder: false);
        IAudit[] processes = [world.Audit, second.Services.GetRequiredService<IAudit>()];
        await Task.WhenAll(processes.SelectMany(audit => Enumerable.Range(0, Writers).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < Each; i++)
            {
                await audit.NoteAsync(new(AuditAct.CaseOpened, world.As(world.Dara), Guid.NewGuid()), default);
            }
        }))));

        var rows = await world.RowsAsync();
        Assert.Equal(Enumerable.Range(1, 2 * Writers * Each).Select(i => (long)i), rows.Select(r => r.Sequence));
        Assert.Equal(rows.Count, rows.Select(r => r.CaseId).Distinct().Count());
        await world.HeadAsync();
        Assert.Equal(0, (await world.VerifyAsync("gov")).Exit);
    }

    [Fact]
    public async Task A_row_is_there_when_the_call_returns_and_says_what_was_done()
    {
        await using var world = await AuditWorld.StartAsync();
        var (caseId, detail, office) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        var actor = world.As(world.Dara) with { OfficeId = office, At = new DateTime(2026, 6, 1, 2, 3, 4, 567, DateTimeKind.Utc) };
        await world.Audit.NoteAsync(new(AuditAct.IdentityOpened, actor, caseId, detail, "risk.to-life"), default);
        var row = Assert.Single(await world.RowsAsync());
        Assert.Equal(
            (AuditAct.IdentityOpened, world.Dara, office, caseId, detail, "risk.to-life", new DateTime(2026, 6, 1, 2, 3, 4, DateTimeKind.Utc)),
            (row.Act, row.AccountId, row.OfficeId!.Value, row.CaseId!.Value, row.DetailId!.Value, row.Reason, row.At));
    }

    [Fact]
    public async Task A_row_stands_on_the_side_of_the_account_whatever_the_case()
    {
        await using var world = await AuditWorld.StartAsync();
        await world.OpenAsync(world.Dara, 2);
        await world.OpenAsync(world.Sophea, 3);
        await using var db = world.Host.Read();
        Assert.Equal([world.Dara], await db.Set<GovernmentAuditRow>().Select(r => r.AccountId).Distinct().ToListAsync());
        Assert.Equal([world.Sophea], await db.Set<TiAuditRow>().Select(r => r.AccountId).Distinct().ToListAsync());
        Assert.Equal((2, 3), (await db.Set<GovernmentAuditRow>().CountAsync(), await db.Set<TiAuditRow>().CountAsync()));
    }

    [Fact]
    public async Task Citizens_unknown_accounts_and_words_for_a_reason_are_refused()
    {
        await using var world = await AuditWorld.StartAsync();
        AuditNote[] wrong =
        [
            new(AuditAct.CaseOpened, Actor.Citizen(world.Host.Time, Lang.Km), Guid.NewGuid()),
            new(AuditAct.CaseOpened, world.As(Guid.NewGuid()), Guid.NewGuid()),
            new(AuditAct.CaseOpened, world.As(world.Dara), Guid.NewGuid(), Reason: "he told me so"),
            new(AuditAct.CaseOpened, world.As(world.Dara), Guid.NewGuid(), Reason: "ហេតុ"),
        ];
        foreach (var note in wrong)
        {
            await Assert.ThrowsAsync<ArgumentException>(() => world.Audit.NoteAsync(note, default));
        }

        Assert.Empty(await world.RowsAsync());
    }

    [Fact]
    public async Task What_cannot_be_written_is_said_so_that_nothing_is_opened()
    {
        await using var world = await AuditWorld.StartAsync();
        await world.OpenAsync(world.Dara, 1);
        await using (var db = world.Host.Read())
        {
            await db.Database.ExecuteSqlRawAsync("DROP TABLE host_audit");
        }

        await Assert.ThrowsAsync<InvalidOperationException>(() => world.OpenAsync(world.Dara, 1));
    }

    [Fact]
    public async Task A_commit_whose_answer_was_lost_leaves_one_row()
    {
        await using var world = await AuditWorld.StartAsync();
        var batch = new AuditBatch([new(AuditAct.CaseOpened, world.As(world.Dara), Guid.NewGuid())]);
        var actor = Actor.System(world.Host.Time);
        for (var run = 0; run < 2; run++)
        {
            await world.Host.Runner.RunAsync<AppendNotes<GovernmentAuditRow>>(actor, a => a.ExecuteAsync(Side.Government, batch, actor, default), default);
        }

        Assert.Single(await world.RowsAsync());
    }

    [Fact]
    public async Task The_chain_goes_on_over_a_new_master_key()
    {
        await using var world = await AuditWorld.StartAsync();
        await world.OpenAsync(world.Dara, 2);
        await world.HeadAsync();
        new MasterKeyFolder(Path.Combine(world.Host.Folder, "keys")).Create(Side.Government, 2, DateTime.UtcNow);
        await using var later = new TestHost(world.Host.Provider, world.Host.Folder, world.Host.ConnectionString, ownsFolder: false);
        await later.Services.GetRequiredService<IAudit>().NoteAsync(new(AuditAct.Exported, world.As(world.Dara)), default);
        var rows = await world.RowsAsync();
        Assert.Equal(2, rows.Select(r => r.KeyId).Distinct().Count());
        await later.Services.GetServices<ISweep>().Single(s => s.Name == "audit-heads").RunAsync(default);
        var (exit, said) = await Places.HostVerbCalls.CallAsync(later, "audit verify", "gov");
        Assert.True(exit == 0, said);
        File.Delete(Directory.GetFiles(Path.Combine(world.Host.Folder, "keys"), "government-0002*").Single());
        Assert.Equal(1, (await world.VerifyAsync("gov")).Exit);
    }

    [Fact]
    public async Task Many_who_wait_share_a_commit()
    {
        await using var world = await AuditWorld.StartAsync();
        await world.OpenAsync(world.Dara, 1);
        var gate = world.Host.Services.GetRequiredService<IWriteGate>();
        Task[] waiting;
        using (await gate.EnterAsync(isCitizen: false, default))
        {
            waiting = [.. Enumerable.Range(0, 100).Select(_ => world.OpenAsync(world.Dara, 1))];
            await Task.Delay(50);
            Assert.DoesNotContain(waiting, w => w.IsCompleted);
        }

        await Task.WhenAll(waiting);
        Assert.Equal(101, (await world.RowsAsync()).Count);
    }
}
