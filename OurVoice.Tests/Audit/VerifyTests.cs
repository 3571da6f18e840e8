using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Host;
using OurVoice.Tests.Databases;
using OurVoice.Web.Audit;

namespace OurVoice.Tests.Audit;

/// <summary>Somebody has the database, but neither the keys nor the head file.</summary>
public sealed class VerifyTests
{
    public enum Trick
    {
        EditAccount,
        EditTime,
        EditAct,
        EditCase,
        EditReason,
        EditOffice,
        EditDetail,
        DeleteFirst,
        DeleteMiddle,
        Exchange,
        CutOff,
        CutOffAll,
        CutOffAndGoOn,
        Recompute,
        RecomputeAll,
    }

    public static TheoryData<Trick> Tricks => [.. Enum.GetValues<Trick>()];

    [Theory, MemberData(nameof(Tricks))]
    public async Task What_is_done_with_the_database_alone_is_found(Trick trick)
    {
        await using var world = await AuditWorld.StartAsync();
        await world.OpenAsync(world.Dara, 6);
        await world.HeadAsync();
        Assert.Equal(0, (await world.VerifyAsync("gov")).Exit);
        await using (var db = world.Host.Read())
        {
            await PlayAsync(db, trick);
        }

        if (trick == Trick.CutOffAndGoOn)
        {
            await world.OpenAsync(world.Dara, 4);
            await world.HeadAsync();
        }

        var (exit, said) = await world.VerifyAsync("gov");
        Assert.Equal(1, exit);
        Assert.Contains("gov: NOT whole.", said, StringComparison.Ordinal);
        Assert.Equal(1, (await world.VerifyAsync()).Exit);
        Assert.Equal(0, (await world.VerifyAsync("ti")).Exit);
    }

    [Fact]
    public async Task A_true_row_of_a_history_that_was_cut_off_does_not_fit_into_the_one_that_followed()
    {
        await using var world = await AuditWorld.StartAsync();
        await world.OpenAsync(world.Dara, 3);
        var old = (await world.RowsAsync())[^1];
        await using var db = world.Host.Read();
        await db.Set<GovernmentAuditRow>().Where(r => r.Sequence == 3).ExecuteDeleteAsync();
        await world.OpenAsync(world.Dara, 3);
        await world.HeadAsync();
        Assert.Equal(0, (await world.VerifyAsync("gov")).Exit);
        await db.Set<GovernmentAuditRow>().Where(r => r.Sequence == 3).ExecuteDeleteAsync();
        db.Add(old);
        await db.SaveChangesAsync();
        Assert.Equal(1, (await world.VerifyAsync("gov")).Exit);
    }

    [Theory, EveryDatabase]
    public async Task Rows_after_the_last_head_are_told_apart(string provider)
    {
        await using var world = await AuditWorld.StartAsync(provider);
        await world.OpenAsync(world.Dara, 3);
        await world.HeadAsync();
        await world.OpenAsync(world.Dara, 2);
        var (exit, said) = await world.VerifyAsync("gov");
        Assert.Equal(0, exit);
        Assert.Contains("gov: 5 rows", said, StringComparison.Ordinal);
        Assert.Contains("2 rows are younger", said, StringComparison.Ordinal);
        await using var db = world.Host.Read();
        await db.Set<GovernmentAuditRow>().Where(r => r.Sequence > 4).ExecuteDeleteAsync();
        Assert.Equal(0, (await world.VerifyAsync("gov")).Exit);
        await db.Set<GovernmentAuditRow>().Where(r => r.Sequence == 4).ExecuteUpdateAsync(set => set.SetProperty(r => r.CaseId, Guid.NewGuid()));
        Assert.Equal(1, (await world.VerifyAsync("gov")).Exit);
    }

    [Fact]
    public async Task Without_its_head_file_a_chain_is_not_called_whole()
    {
        await using var world = await AuditWorld.StartAsync();
        await world.OpenAsync(world.Dara, 1);
        Assert.Equal(1, (await world.VerifyAsync("gov")).Exit);
        await world.HeadAsync();
        Assert.Equal(0, (await world.VerifyAsync()).Exit);
        File.Delete(world.HeadPath(Side.Ti));
        Assert.Equal((0, 1), ((await world.VerifyAsync("gov")).Exit, (await world.VerifyAsync("ti")).Exit));
    }

    [Theory]
    [InlineData("edit")]
    [InlineData("drop")]
    [InlineData("swap")]
    public async Task A_changed_head_file_is_found(string how)
    {
        await using var world = await AuditWorld.StartAsync();
        for (var i = 0; i < 3; i++)
        {
            await world.OpenAsync(world.Dara, 1);
            await world.HeadAsync();
        }

        var lines = await File.ReadAllLinesAsync(world.HeadPath(Side.Government));
        Assert.Equal(3, lines.Length);
        await File.WriteAllLinesAsync(world.HeadPath(Side.Government), how switch
        {
            "edit" => [lines[0], lines[1].Replace("1 2 ", "1 1 ", StringComparison.Ordinal), lines[2]],
            "drop" => [lines[0], lines[2]],
            _ => [lines[1], lines[0], lines[2]],
        });
        Assert.Equal(1, (await world.VerifyAsync("gov")).Exit);
    }

    [Fact]
    public async Task A_line_that_a_power_cut_left_unfinished_harms_nothing()
    {
        await using var world = await AuditWorld.StartAsync();
        await world.OpenAsync(world.Dara, 1);
        await world.HeadAsync();
        await File.AppendAllTextAsync(world.HeadPath(Side.Government), "1 2 00ff");
        Assert.Equal(0, (await world.VerifyAsync("gov")).Exit);
        await world.OpenAsync(world.Dara, 1);
        await world.HeadAsync();
        Assert.Equal(2, (await File.ReadAllLinesAsync(world.HeadPath(Side.Government))).Length);
        Assert.Equal(0, (await world.VerifyAsync("gov")).Exit);
    }

    [Fact]
    public async Task A_head_is_written_only_when_there_is_something_new_and_a_lost_end_fails_the_job()
    {
        await using var world = await AuditWorld.StartAsync();
        await world.OpenAsync(world.Dara, 2);
        await world.HeadAsync();
        await world.HeadAsync();
        Assert.Single(await File.ReadAllLinesAsync(world.HeadPath(Side.Government)));
        await using var db = world.Host.Read();
        await db.Set<GovernmentAuditRow>().Where(r => r.Sequence == 2).ExecuteDeleteAsync();
        await world.OpenAsync(world.Dara, 1);
        var sweep = Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetServices<ISweep>(world.Host.Services).Single(s => s.Name == "audit-heads");
        Assert.Equal(1, (await sweep.RunAsync(default)).Failed);
    }

    [Fact]
    public async Task Any_other_word_is_a_wrong_call()
    {
        await using var world = await AuditWorld.StartAsync();
        Assert.Equal(2, (await world.VerifyAsync("all")).Exit);
    }

    private static async Task PlayAsync(OurVoiceDb db, Trick trick)
    {
        var rows = db.Set<GovernmentAuditRow>();
        var third = rows.Where(r => r.Sequence == 3);
        await (trick switch
        {
            Trick.EditAccount => third.ExecuteUpdateAsync(set => set.SetProperty(r => r.AccountId, Guid.NewGuid())),
            Trick.EditTime => third.ExecuteUpdateAsync(set => set.SetProperty(r => r.At, r => new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc))),
            Trick.EditAct => third.ExecuteUpdateAsync(set => set.SetProperty(r => r.Act, AuditAct.CaseDenied)),
            Trick.EditCase => third.ExecuteUpdateAsync(set => set.SetProperty(r => r.CaseId, (Guid?)null)),
            Trick.EditReason => third.ExecuteUpdateAsync(set => set.SetProperty(r => r.Reason, "")),
            Trick.EditOffice => third.ExecuteUpdateAsync(set => set.SetProperty(r => r.OfficeId, Guid.NewGuid())),
            Trick.EditDetail => third.ExecuteUpdateAsync(set => set.SetProperty(r => r.DetailId, Guid.Empty)),
            Trick.DeleteFirst => rows.Where(r => r.Sequence == 1).ExecuteDeleteAsync(),
            Trick.DeleteMiddle => DeleteMiddleAsync(rows),
            Trick.Exchange => ExchangeAsync(db),
            Trick.CutOff or Trick.CutOffAndGoOn => rows.Where(r => r.Sequence > 4).ExecuteDeleteAsync(),
            Trick.CutOffAll => rows.ExecuteDeleteAsync(),
            Trick.Recompute => RecomputeAsync(db, from: 3),
            _ => RecomputeAsync(db, from: 1),
        });
    }

    // So that the numbers have no gap either.
    private static async Task<int> DeleteMiddleAsync(DbSet<GovernmentAuditRow> rows)
    {
        await rows.Where(r => r.Sequence == 3).ExecuteDeleteAsync();
        foreach (var next in Enumerable.Range(4, 3))
        {
            await rows.Where(r => r.Sequence == next).ExecuteUpdateAsync(set => set.SetProperty(r => r.Sequence, next - 1));
        }

        return 0;
    }

    private static async Task<int> ExchangeAsync(OurVoiceDb db)
    {
        var rows = db.Set<GovernmentAuditRow>();
        foreach (var (from, to) in new[] { (3, 99), (4, 3), (99, 4) })
        {
            await rows.Where(r => r.Sequence == from).ExecuteUpdateAsync(set => set.SetProperty(r => r.Sequence, to));
        }

        return 0;
    }

    // The method is known to everybody; the key is not.
    private static async Task<int> RecomputeAsync(OurVoiceDb db, int from)
    {
        var before = AuditMac.Start;
        foreach (var row in await db.Set<GovernmentAuditRow>().AsTracking().OrderBy(r => r.Sequence).ToListAsync())
        {
            if (row.Sequence >= from)
            {
                row.Mac = AuditMac.Of(row, before, new byte[32]);
            }

            before = row.Mac;
        }

        return await db.SaveChangesAsync();
    }
}
