using System.Data.Common;
using OurVoice.Web.Sealing.Store;

namespace OurVoice.Tests.Sealing;

/// <summary>How the key store's database is used: one writer a process, what is set on each opening, what is tried again.</summary>
public sealed class KeyDatabaseTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task A_second_writer_waits_without_holding_a_thread()
    {
        await using var store = await KeyStoreOnDisk.CreateAsync();
        var database = store.OpenDatabase();
        database.Run(_ => 0);
        await database.ForgetDeletedAsync(None);
        await database.WriteAsync(_ => Task.FromResult(0), None);

        var hold = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var first = database.WriteAsync(
            async _ =>
            {
                await hold.Task;
                return 1;
            },
            None);
        // SQLite itself would keep this thread here until the first one is done, which waits for this thread.
        var second = database.WriteAsync(_ => Task.FromResult(2), None);
        Assert.False(second.IsCompleted);
        hold.SetResult();
        Assert.Equal(1, await first);
        Assert.Equal(2, await second);
    }

    [Fact]
    public async Task What_another_left_on_a_pooled_connection_is_set_right_at_each_opening()
    {
        await using var store = await KeyStoreOnDisk.CreateAsync();
        var database = store.OpenDatabase();
        database.Run(_ => 0);
        await SpoilAsync(database);
        Assert.Equal("2", await database.ReadAsync(async s => (await s.ReadAsync(s.Command("PRAGMA synchronous"), Text, None))[0], None));
        await SpoilAsync(database);
        Assert.Equal("1", await database.ReadAsync(async s => (await s.ReadAsync(s.Command("PRAGMA secure_delete"), Text, None))[0], None));
        await SpoilAsync(database);
        Assert.Equal("2 1", database.Run(s => s.Read(s.Command("PRAGMA synchronous"), Text)[0] + " " + s.Read(s.Command("PRAGMA secure_delete"), Text)[0]));
    }

    [Theory]
    [InlineData(true, 3, 4, false)]
    [InlineData(true, 4, 4, true)]
    [InlineData(false, 1, 1, true)]
    public async Task A_passing_fault_is_met_by_trying_again_three_times_and_a_lasting_one_is_said_at_once(bool isPassing, int faults, int calls, bool isThrown)
    {
        await using var store = await KeyStoreOnDisk.CreateAsync();
        var database = store.OpenDatabase();
        database.Run(_ => 0);
        var called = 0;
        Task<int> work = database.WriteAsync(_ => ++called <= faults ? throw new Fault(isPassing) : Task.FromResult(called), None);
        if (isThrown)
        {
            await Assert.ThrowsAsync<Fault>(() => work);
        }
        else
        {
            Assert.Equal(calls, await work);
        }

        Assert.Equal(calls, called);
    }

    [Fact]
    public async Task Whoever_gives_up_meanwhile_is_not_tried_for_again()
    {
        await using var store = await KeyStoreOnDisk.CreateAsync();
        var database = store.OpenDatabase();
        database.Run(_ => 0);
        using var stop = new CancellationTokenSource();
        var called = 0;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => database.ReadAsync<int>(
            _ =>
            {
                called++;
                stop.Cancel();
                throw new Fault(isPassing: true);
            },
            stop.Token));
        Assert.Equal(1, called);
    }

    private static Task<int> SpoilAsync(KeyDatabase database) =>
        database.ReadAsync(s => s.ExecuteAsync(s.Command("PRAGMA synchronous=OFF; PRAGMA secure_delete=OFF"), None), None);

    private static string Text(DbDataReader r) => r.GetString(0);

    private sealed class Fault(bool isPassing) : DbException
    {
        public override bool IsTransient => isPassing;
    }
}
