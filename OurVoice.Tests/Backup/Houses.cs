using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Intake;
using OurVoice.Intake.Files;
using OurVoice.Intake.Submissions;
using OurVoice.Intake.Submit;
using OurVoice.Intake.Sweeps;
using OurVoice.Tests.Hosting;
using OurVoice.Tests.Intake;
using OurVoice.Web.Audit;
using OurVoice.Web.Backup;
using OurVoice.Web.Data;
using OurVoice.Web.Sealing;
using OurVoice.Web.Sealing.Masters;
using OurVoice.Web.Sealing.Store;
using OurVoice.Web.Settings;

namespace OurVoice.Tests.Backup;

/// <summary>A house that serves, its backups, and houses made of them. The master keys are carried over by hand, as the operator does.</summary>
internal sealed class Houses : IAsyncDisposable
{
    public static readonly byte[] Voice = [.. Enumerable.Range(0, 100_000).Select(i => (byte)(i * 7))];

    private readonly List<string> _folders = [];

    private Houses(TestHost serving, FakeTime time) => (Serving, Time) = (serving, time);

    public TestHost Serving { get; }

    public FakeTime Time { get; }

    public string Backups => Path.Combine(Serving.Folder, "backups");

    public static async Task<Houses> StartAsync()
    {
        var time = FakeTime.At(2026, 6, 1, 9);
        var houses = new Houses(await IntakeHost.StartAsync("Sqlite", time), time);
        Directory.CreateDirectory(houses.Backups);
        return houses;
    }

    public async Task<(Guid Id, Guid File)> SendAsync(string story)
    {
        var file = await Serving.StageAsync(Voice, detail: new(FileKind.Audio, FileFormat.Mp3));
        var outgoing = Outgoings.Support() with
        {
            Words = new SubmissionWords { Story = story },
            Files = [file],
        };
        var sent = await Serving.Services.GetRequiredService<Sending>().SendAsync(Actor.Citizen(Time, Lang.Km), outgoing, default);
        Assert.Equal(SendOutcome.Received, sent);
        return (outgoing.Id, file.Id);
    }

    /// <summary>As retention does it: marked, then the sweep deletes the key.</summary>
    public async Task EraseAsync(Guid id)
    {
        await using (var db = Serving.Read())
        {
            db.Set<Submission>().Single(s => s.Id == id).ErasedOn = PhnomPenh.Today(Time);
            await db.SaveChangesAsync();
        }

        Assert.Equal(1, (await Serving.SweepAsync<SweepErased>()).Done);
    }

    public Task<(int Exit, string Said)> BackUpAsync(string name) => Serving.Verb<BackupVerb>().CallAsync(Path.Combine(Backups, name));

    /// <summary>Empty folders but for the master keys, and the verb on them: no host runs there yet.</summary>
    public (string Folder, RestoreVerb Verb, UnfinishedRestore Mark) Empty(bool withKeys = true)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "ov_restored_" + Guid.NewGuid().ToString("N"))).FullName;
        _folders.Add(folder);
        PrivateFiles.CreateFolder(Path.Combine(folder, "keys"));
        foreach (var key in withKeys ? Directory.GetFiles(Path.Combine(Serving.Folder, "keys")) : [])
        {
            File.Copy(key, Path.Combine(folder, "keys", Path.GetFileName(key)));
        }

        var data = Directory.CreateDirectory(Path.Combine(folder, "data")).FullName;
        var settings = new HostSettings(data, Provider.Sqlite, $"Data Source={Path.Combine(data, "ourvoice.db")}", Demo: false, Jobs: false);
        var keyStore = new KeyStoreSettings(Provider.Sqlite, $"Data Source={Path.Combine(data, "keystore.db")}");
        var mark = new UnfinishedRestore(settings);
        return (folder, new RestoreVerb(new RestoreBackup(new SqliteFiles(settings, keyStore, new AuditSettings(Path.Combine(data, "audit"))), new MasterKeyFolder(Path.Combine(folder, "keys")), mark)), mark);
    }

    /// <summary>A host that serves what lies in a folder.</summary>
    public TestHost Serve(string folder) =>
        new(Provider.Sqlite, folder, $"Data Source={Path.Combine(folder, "data", "ourvoice.db")}", ownsFolder: false) { Time = Time };

    public async Task<TestHost> RestoreAsync(string cases, string? keys = null)
    {
        var (folder, verb, _) = Empty();
        var (exit, said) = await verb.CallAsync(Named(cases, keys));
        Assert.True(exit == 0, said);
        return Serve(folder);
    }

    public async Task<string> RefusedAsync(string cases, string? keys = null, bool keysOfAnotherHouse = false)
    {
        var (folder, verb, _) = Empty(withKeys: !keysOfAnotherHouse);
        if (keysOfAnotherHouse)
        {
            new MasterKeyFolder(Path.Combine(folder, "keys")).Create(side: null, 1, DateTime.MinValue);
        }

        var (exit, said) = await verb.CallAsync(Named(cases, keys));
        Assert.True(exit == 1, said);
        Assert.Empty(Directory.GetFiles(Path.Combine(folder, "data"), "*", SearchOption.AllDirectories));
        return said;
    }

    public static async Task<string?> StoryAsync(TestHost house, Guid id) =>
        (await house.Services.GetRequiredService<ISubmissionReader>().ReadAsync(id, default))?.Story;

    public static async Task<byte[]> FileAsync(TestHost house, Guid id, Guid file)
    {
        await using var db = house.Read();
        using var key = await house.Services.GetRequiredService<ICaseKeys>().FindAsync(id, default);
        var wrapped = db.Set<Attachment>().Single(a => a.Id == file).FileKey;
        await using var content = house.Services.GetRequiredService<Vault>().OpenKept(key!.UnwrapFileKey(file, wrapped));
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy);
        return copy.ToArray();
    }

    public async ValueTask DisposeAsync()
    {
        await Serving.DisposeAsync();
        SqliteConnection.ClearAllPools();
        _folders.ForEach(f => Directory.Delete(f, recursive: true));
    }

    private string[] Named(string cases, string? keys) =>
        keys is null ? [Path.Combine(Backups, cases)] : [Path.Combine(Backups, cases), Path.Combine(Backups, keys)];
}

internal static class HouseVerbs
{
    public static async Task<(int Exit, string Said)> CallAsync(this IHostVerb verb, params string[] arguments)
    {
        await using var output = new StringWriter();
        return (await verb.RunAsync(arguments, output, default), output.ToString());
    }

    public static T Verb<T>(this TestHost host)
        where T : IHostVerb => host.Services.GetServices<IHostVerb>().OfType<T>().Single();
}
