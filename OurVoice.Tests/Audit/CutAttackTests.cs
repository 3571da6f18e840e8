using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Host;
using OurVoice.Tests.Hosting;
using OurVoice.Web.Audit;
using OurVoice.Web.Audit.Heads;
using OurVoice.Web.Audit.Verify;

namespace OurVoice.Tests.Audit;

/// <summary>Somebody who has the database, but no key, tries to hide behind the cut.</summary>
public sealed class CutAttackTests
{
    public enum Trick
    {
        DeleteMoreThanTheMark,
        DeleteAllButTheNote,
        DeleteAll,
        DeleteTheNote,
        MoveTheMarkInTheDatabase,
        MoveTheMarkAndRecompute,
        PutBackAFalseRow,
        PutBackAFalseFirstRow,
    }

    public static TheoryData<Trick> Tricks => [.. Enum.GetValues<Trick>()];

    [Theory, MemberData(nameof(Tricks))]
    public async Task After_a_cut_each_of_these_is_found(Trick trick)
    {
        await using var world = await CutWorld.StartAsync();
        var third = (await world.Audit.RowsAsync())[2];
        await world.CutAsync();
        await world.IsWholeAsync();
        await using (var db = world.Audit.Host.Read())
        {
            await PlayAsync(db, trick, third);
        }

        await world.IsFoundAsync();
        Assert.Equal(0, (await world.Audit.VerifyAsync("ti")).Exit);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Rows_that_go_before_their_cut_is_noted_are_missed_though_a_note_is_forged(bool marked)
    {
        await using var world = await CutWorld.StartAsync();
        if (marked)
        {
            await MarkOnlyAsync(world);
        }

        await using (var db = world.Audit.Host.Read())
        {
            var third = (await world.Audit.RowsAsync())[2];
            db.Add(await NoteAsync(db, third));
            await db.SaveChangesAsync();
            await db.Set<GovernmentAuditRow>().Where(r => r.Sequence <= 3).ExecuteDeleteAsync();
        }

        await world.IsFoundAsync();
    }

    [Theory]
    [InlineData(5)]
    [InlineData(3)]
    public async Task Rows_made_to_look_old_are_not_cut_off(long last)
    {
        await using var world = await CutWorld.StartAsync();
        await using (var db = world.Audit.Host.Read())
        {
            var old = new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);
            await db.Set<GovernmentAuditRow>().Where(r => r.Sequence <= last).ExecuteUpdateAsync(set => set.SetProperty(r => r.At, old));
        }

        Assert.Equal(new SweepCount(0, 1), await world.CutAsync());
        Assert.Equal(("1 2 3 4 5 6", 2), (await world.NumbersAsync(), (await world.LinesAsync()).Length));
        await world.IsFoundAsync();
    }

    [Fact]
    public async Task Rows_that_look_old_only_until_they_are_proven_are_not_cut_off()
    {
        await using var world = await CutWorld.StartAsync();
        var was = (await world.Audit.RowsAsync())[4].At;
        async Task DateAsync(DateTime at)
        {
            await using var db = world.Audit.Host.Read();
            await db.Set<GovernmentAuditRow>().Where(r => r.Sequence > 3).ExecuteUpdateAsync(set => set.SetProperty(r => r.At, at));
        }

        await DateAsync(was.AddYears(-1));
        var tools = world.Tools;
        var check = new ChainCheck(new Meanwhile(tools.Databases, () => DateAsync(was)), tools.Heads, tools.Masters);
        Assert.Equal(new SweepCount(0, 1), await world.CutAsync(tools with { Check = check }));
        Assert.Equal("1 2 3 4 5 6", await world.NumbersAsync());
        await world.IsWholeAsync();
    }

    [Fact]
    public async Task Nothing_is_cut_off_without_the_head_file_or_against_it()
    {
        await using var world = await CutWorld.StartAsync();
        var path = world.Audit.HeadPath(Side.Government);
        File.Move(path, path + ".away");
        Assert.Equal(new SweepCount(0, 1), await world.CutAsync());
        Assert.False(File.Exists(path));
        File.Move(path + ".away", path);
        await using (var db = world.Audit.Host.Read())
        {
            await db.Set<GovernmentAuditRow>().Where(r => r.Sequence >= 3).ExecuteDeleteAsync();
        }

        world.Time.MoveTo(FakeTime.At(2026, 1, 20, 9).GetUtcNow());
        await world.Audit.OpenAsync(world.Audit.Dara, 4);
        world.Time.MoveTo(FakeTime.At(2036, 2, 9, 9).GetUtcNow());
        Assert.Equal(new SweepCount(0, 1), await world.CutAsync());
        Assert.Equal("1 2 3 4 5 6", await world.NumbersAsync());
    }

    [Theory]
    [InlineData("drop the mark")]
    [InlineData("move the mark")]
    [InlineData("begin later")]
    [InlineData("drop a head")]
    [InlineData("drop a head and begin later")]
    public async Task A_changed_mark_in_the_head_file_is_found(string how)
    {
        await using var world = await CutWorld.StartAsync();
        await world.CutAsync();
        await world.Audit.HeadAsync();
        var lines = await world.LinesAsync();
        Assert.Equal(["1 3 ", "1 6 ", "2 3 ", "1 7 "], lines.Select(l => l[..4]));
        string Mac(string line) => line.Split(' ')[^1];
        var later = lines[2].Replace(Mac(lines[0]), Mac(lines[1]), StringComparison.Ordinal);
        await File.WriteAllLinesAsync(world.Audit.HeadPath(Side.Government), how switch
        {
            "drop the mark" => [lines[0], lines[1], lines[3]],
            "move the mark" => [lines[0], lines[1], "2 4 " + lines[2][4..], lines[3]],
            "begin later" => [lines[0], lines[1], later, lines[3]],
            "drop a head" => [lines[0], lines[2], lines[3]],
            _ => [lines[1], later, lines[3]],
        });
        await world.IsFoundAsync();
    }

    private sealed class Meanwhile(IDbContextFactory<OurVoiceDb> databases, Func<Task> act) : IDbContextFactory<OurVoiceDb>
    {
        public OurVoiceDb CreateDbContext() => databases.CreateDbContext();

        public async Task<OurVoiceDb> CreateDbContextAsync(CancellationToken cancellationToken = default)
        {
            await act();
            return await databases.CreateDbContextAsync(cancellationToken);
        }
    }

    // As if it had been killed right after the mark.
    private static async Task MarkOnlyAsync(CutWorld world)
    {
        var third = (await world.Audit.RowsAsync())[2];
        var first = Head.Parse((await world.LinesAsync())[0])!;
        await world.Tools.File.AppendAsync(
            Side.Government, known => Head.Make(3, third.Mac, world.Time.GetUtcNow().UtcDateTime, known!.Mac, world.Tools.Masters.Current(Side.Government), first.Mac), default);
        await world.IsWholeAsync();
    }

    private static async Task PlayAsync(OurVoiceDb db, Trick trick, GovernmentAuditRow third)
    {
        var rows = db.Set<GovernmentAuditRow>();
        var fourth = await rows.AsNoTracking().SingleAsync(r => r.Sequence == 4);
        await (trick switch
        {
            Trick.DeleteMoreThanTheMark => rows.Where(r => r.Sequence == 4).ExecuteDeleteAsync(),
            Trick.DeleteAllButTheNote => rows.Where(r => r.Sequence < 7).ExecuteDeleteAsync(),
            Trick.DeleteAll => rows.ExecuteDeleteAsync(),
            Trick.DeleteTheNote => rows.Where(r => r.Sequence == 7).ExecuteDeleteAsync(),
            Trick.MoveTheMarkInTheDatabase => MoveAsync(rows, fourth),
            Trick.MoveTheMarkAndRecompute => ForgeAsync(db, fourth),
            Trick.PutBackAFalseRow => AddAsync(db, third, sequence: 3),
            _ => AddAsync(db, third, sequence: 1),
        });
    }

    private static async Task<int> MoveAsync(DbSet<GovernmentAuditRow> rows, GovernmentAuditRow to)
    {
        var name = new Guid(to.Mac.AsSpan(0, 16));
        await rows.Where(r => r.Sequence == 7).ExecuteUpdateAsync(set => set.SetProperty(r => r.Reason, "4").SetProperty(r => r.DetailId, name));
        return await rows.Where(r => r.Sequence <= 4).ExecuteDeleteAsync();
    }

    private static async Task<int> ForgeAsync(OurVoiceDb db, GovernmentAuditRow to)
    {
        await db.Set<GovernmentAuditRow>().Where(r => r.Sequence == 7 || r.Sequence <= 4).ExecuteDeleteAsync();
        db.Add(await NoteAsync(db, to));
        return await db.SaveChangesAsync();
    }

    // What was once seen of it is remembered, its proof too.
    private static async Task<int> AddAsync(OurVoiceDb db, GovernmentAuditRow third, long sequence)
    {
        var row = AuditRow.From<GovernmentAuditRow>(new(AuditAct.CaseOpened, new(ActorKind.Officer, Guid.NewGuid(), null, third.At, Lang.En)), sequence, third.KeyId);
        row.Mac = third.Mac;
        db.Add(row);
        return await db.SaveChangesAsync();
    }

    // The method is known to everybody; the key is not.
    private static async Task<GovernmentAuditRow> NoteAsync(OurVoiceDb db, GovernmentAuditRow to)
    {
        var last = await db.Set<GovernmentAuditRow>().AsNoTracking().OrderByDescending(r => r.Sequence).FirstAsync();
        var note = AuditRow.From<GovernmentAuditRow>(
            new(AuditAct.AuditCut, new(ActorKind.System, null, null, last.At, Lang.Km), DetailId: new Guid(to.Mac.AsSpan(0, 16)), Reason: $"{to.Sequence}"), last.Sequence + 1, last.KeyId);
        note.Mac = AuditMac.Of(note, last.Mac, new byte[32]);
        return note;
    }
}
