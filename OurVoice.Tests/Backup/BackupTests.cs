using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using OurVoice.Contracts.Host;
using OurVoice.Intake.Sweeps;
using OurVoice.Tests.Hosting;
using OurVoice.Tests.Intake;
using OurVoice.Web.Backup;
using OurVoice.Web.Data;
using OurVoice.Web.Settings;

namespace OurVoice.Tests.Backup;

/// <summary>Backups as the operator takes and restores them, on a real host with cases and files.</summary>
public sealed class BackupTests
{
    [Fact]
    public async Task A_restored_house_reads_every_case_and_file()
    {
        await using var houses = await Houses.StartAsync();
        var (id, file) = await houses.SendAsync("សួស្តី");
        Assert.Equal(0, (await houses.BackUpAsync("monday")).Exit);

        await using var restored = await houses.RestoreAsync("monday");
        Assert.Equal("សួស្តី", await Houses.StoryAsync(restored, id));
        Assert.Equal(Houses.Voice, await Houses.FileAsync(restored, id, file));
        Assert.Equal(0, (await restored.SweepAsync<SweepFiles>()).Done);
    }

    /// <summary>The promise to the citizen: deleting the key makes old backups of the cases unreadable too.</summary>
    [Fact]
    public async Task An_erased_case_stays_unreadable_when_an_old_backup_comes_back_with_newer_keys()
    {
        await using var houses = await Houses.StartAsync();
        var (erased, file) = await houses.SendAsync("erase me");
        var (kept, _) = await houses.SendAsync("keep me");
        await houses.BackUpAsync("before");
        await houses.EraseAsync(erased);
        await houses.BackUpAsync("after");

        await using var restored = await houses.RestoreAsync("before", "after");
        Assert.Equal("keep me", await Houses.StoryAsync(restored, kept));
        Assert.Null(await Houses.StoryAsync(restored, erased));
        Assert.True(File.Exists(Path.Combine(restored.Folder, "data", "files", file.ToString("N"))));
        var keys = restored.Services.GetRequiredService<ICaseKeys>();
        Assert.Null(await keys.FindAsync(erased, default));
        Assert.Null(await keys.FindIdentityAsync(erased, default));
    }

    [Fact]
    public async Task The_restored_audit_is_whole_and_goes_on()
    {
        await using var houses = await Houses.StartAsync();
        var account = await NoteAsync(houses.Serving, houses.Time, Guid.NewGuid());
        await houses.Serving.SweepAsync<OurVoice.Web.Audit.Heads.GovernmentHeadSweep>();
        await NoteAsync(houses.Serving, houses.Time, account);
        await houses.BackUpAsync("monday");
        await using var restored = await houses.RestoreAsync("monday");
        await NoteAsync(restored, houses.Time, account);
        var (exit, said) = await restored.Verb<OurVoice.Web.Audit.Verify.AuditVerb>().CallAsync("gov");
        Assert.True(exit == 0, said);
        Assert.Contains("3 rows", said, StringComparison.Ordinal);
        Assert.Contains("2 rows are younger", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_older_than_the_cases_are_refused()
    {
        await using var houses = await Houses.StartAsync();
        await houses.SendAsync("old");
        await houses.BackUpAsync("monday");
        houses.Time.Advance(TimeSpan.FromDays(1));
        await houses.BackUpAsync("tuesday");
        Assert.Contains("before the cases", await houses.RefusedAsync("tuesday", "monday"), StringComparison.Ordinal);
        await (await houses.RestoreAsync("monday", "tuesday")).DisposeAsync();
    }

    [Theory]
    [InlineData("cases/ourvoice.db")]
    [InlineData("keys/keystore.db")]
    [InlineData("cases/manifest.json")]
    [InlineData("keys/manifest.json")]
    public async Task A_changed_or_missing_file_is_refused_and_nothing_is_written(string name)
    {
        await using var houses = await Houses.StartAsync();
        await houses.SendAsync("x");
        await houses.BackUpAsync("monday");
        var path = Path.Combine(houses.Backups, "monday", name);
        var bytes = await File.ReadAllBytesAsync(path);
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(path, bytes);
        await houses.RefusedAsync("monday");
        File.Delete(path);
        await houses.RefusedAsync("monday");
    }

    [Fact]
    public async Task Another_houses_backup_is_refused()
    {
        await using var houses = await Houses.StartAsync();
        await houses.BackUpAsync("monday");
        Assert.Contains("of this house", await houses.RefusedAsync("monday", keysOfAnotherHouse: true), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_house_that_is_there_is_not_written_over()
    {
        await using var houses = await Houses.StartAsync();
        var (id, _) = await houses.SendAsync("here");
        await houses.BackUpAsync("monday");
        var (exit, said) = await houses.Serving.Verb<RestoreVerb>().CallAsync(Path.Combine(houses.Backups, "monday"));
        Assert.Equal(1, exit);
        Assert.Contains("is there already", said, StringComparison.Ordinal);
        Assert.Equal("here", await Houses.StoryAsync(houses.Serving, id));
    }

    [Fact]
    public async Task A_backup_goes_to_a_new_folder_outside_the_data()
    {
        await using var houses = await Houses.StartAsync();
        Directory.CreateDirectory(Path.Combine(houses.Backups, "taken"));
        Assert.Contains("is there already", (await houses.BackUpAsync("taken")).Said, StringComparison.Ordinal);
        Assert.Contains("lies in the data folder", (await houses.BackUpAsync("../data/backup")).Said, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(Path.Combine(houses.Backups, "taken")));
    }

    [Fact]
    public async Task A_backup_that_was_killed_is_none_and_is_no_obstacle()
    {
        await using var houses = await Houses.StartAsync();
        var (id, _) = await houses.SendAsync("x");
        var monday = Path.Combine(houses.Backups, "monday");
        await Assert.ThrowsAsync<OperationCanceledException>(() => houses.Serving.Verb<BackupVerb>().RunAsync([monday], new DiesAtFirstLine(), default));
        Assert.False(Directory.Exists(monday));
        Assert.Contains("no finished backup", await houses.RefusedAsync("monday"), StringComparison.Ordinal);
        Assert.Contains("no finished backup", await houses.RefusedAsync("monday.part"), StringComparison.Ordinal);
        Assert.Equal(0, (await houses.BackUpAsync("monday")).Exit);
        await using var restored = await houses.RestoreAsync("monday");
        Assert.Equal("x", await Houses.StoryAsync(restored, id));
    }

    [Fact]
    public async Task A_restore_that_was_killed_serves_nobody_until_it_is_done_again()
    {
        await using var houses = await Houses.StartAsync();
        var (id, _) = await houses.SendAsync("x");
        await houses.BackUpAsync("monday");
        var (folder, verb, mark) = houses.Empty();
        mark.Begin();
        await File.WriteAllTextAsync(Path.Combine(folder, "data", "keystore.db"), "half");
        Assert.Contains("did not finish", Assert.Throws<SettingWrong>(mark.Refuse).Message, StringComparison.Ordinal);
        await using (var refused = houses.Serve(folder))
        {
            await Assert.ThrowsAsync<SettingWrong>(refused.StartAsync);
            Assert.False(File.Exists(Path.Combine(folder, "data", "ourvoice.db")));
        }

        SqliteConnection.ClearAllPools();

        Assert.Equal(0, (await verb.CallAsync(Path.Combine(houses.Backups, "monday"))).Exit);
        await using var restored = houses.Serve(folder);
        Assert.Equal("x", await Houses.StoryAsync(restored, id));
    }

    [Fact]
    public async Task Backups_taken_while_citizens_send_hold_a_key_for_each_of_their_cases()
    {
        await using var houses = await Houses.StartAsync();
        await houses.SendAsync("busy");
        using var stop = new CancellationTokenSource();
        var sending = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                await houses.SendAsync("busy");
            }
        });
        await houses.BackUpAsync("one");
        await houses.BackUpAsync("two");
        await stop.CancelAsync();
        await sending;
        await using var restored = await houses.RestoreAsync("two");
        var all = await restored.SubmissionsAsync();
        Assert.NotEmpty(all);
        foreach (var sent in all)
        {
            Assert.Equal("busy", await Houses.StoryAsync(restored, sent.Id));
        }
    }

    [Theory]
    [InlineData("backup")]
    [InlineData("restore")]
    public async Task On_PostgreSQL_the_verb_says_what_to_use_instead(string words)
    {
        await using var host = await TestHost.CreateAsync();
        host.Replace = services => services.AddSingleton(new HostSettings(Path.Combine(host.Folder, "data"), Provider.Postgres, "Host=x", Demo: false, Jobs: false));
        var verb = host.Services.GetServices<IHostVerb>().Single(v => v.Words == words);
        await using var output = new StringWriter();
        Assert.Equal(1, await verb.RunAsync(["/tmp/ov-never"], output, default));
        Assert.Contains("pg_dump the database of the cases, then copy the folder 'files'", output.ToString(), StringComparison.Ordinal);
        Assert.False(verb.NeedsDatabase);
    }

    private static async Task<Guid> NoteAsync(TestHost host, TimeProvider time, Guid account)
    {
        await using var db = host.Read();
        if (await db.Set<Account>().FindAsync(account) is null)
        {
            db.Add(new Account { Id = account, Side = Side.Government, DisplayName = "x", UserName = "x@example.org", NormalizedUserName = "X", CreatedAt = time.GetUtcNow().UtcDateTime });
            await db.SaveChangesAsync();
        }

        await host.Services.GetRequiredService<IAudit>().NoteAsync(new(AuditAct.CaseOpened, Actor.Officer(time, account, officeId: null, Lang.En), Guid.NewGuid()), default);
        return account;
    }

    private sealed class DiesAtFirstLine : StringWriter
    {
        public override Task WriteLineAsync(string? value) => throw new OperationCanceledException();
    }
}
