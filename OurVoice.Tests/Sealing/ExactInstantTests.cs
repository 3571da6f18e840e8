using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OurVoice.Cases.Timeline;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;
using OurVoice.Intake.Receipt;
using OurVoice.Intake.Submissions;
using OurVoice.Intake.Submit;
using OurVoice.Tests.Cases;
using OurVoice.Tests.Intake;
using OurVoice.Tests.Intake.Track;
using OurVoice.Tests.Intake.Upload;
using OurVoice.Web.Jobs;
using OurVoice.Web.Sealing.Store;

namespace OurVoice.Tests.Sealing;

/// <summary>
/// Time identifies (design.md 4.7): a complaint and all that its citizen does on one morning leave the minute in no column of either
/// database and at no file. Only the sealed identity box knows it.
/// </summary>
public sealed class ExactInstantTests
{
    // 10:17:23.456 in Cambodia.
    private static readonly DateTime Moment = new(2026, 6, 1, 3, 17, 23, 456, DateTimeKind.Utc);

    [Fact]
    public async Task No_column_and_no_file_keeps_the_minute_in_which_a_citizen_of_a_confidential_case_acted()
    {
        await using var world = await TrackWorld.StartAsync(demo: false);
        await world.Cases.JoinAsync("ទទួល", OfficeKind.DistrictOmbudsman, MemberRole.Head);
        world.Cases.MoveTo(Moment);
        var (id, code) = await SendAsync(world);
        await ActAsync(world, code);

        // What runs by itself runs at another hour.
        world.Cases.MoveTo(Moment.AddHours(2));
        await SweepAllAsync(world);
        world.Cases.MoveTo(Moment.AddDays(2).AddHours(2));
        await SweepAllAsync(world);

        EntryKind[] acts = [EntryKind.CitizenWrote, EntryKind.CitizenNamed, EntryKind.Withdrawn, EntryKind.WithdrawalUndone];
        Assert.Empty(acts.Except((await world.Cases.EntriesAsync(id)).Select(e => e.Kind)));
        Assert.NotEmpty(await world.RowsAsync<Message>(m => m.SubmissionId == id));
        var host = world.Cases.Host;
        Assert.Empty(await InstantTraces.FindAsync(host.ConnectionString, Moment));
        Assert.Empty(await InstantTraces.FindAsync(host.Services.GetRequiredService<KeyStoreSettings>().ConnectionString, Moment));
        Assert.Equal(Moment, (await host.IdentityAsync(id)).SentAt);

        var files = Directory.GetFiles(Path.Combine(host.Folder, "data", "files"));
        Assert.NotEmpty(files);
        Assert.All(files.Concat(Directory.GetFiles(Path.Combine(host.Folder, "data", "staging"), "*", SearchOption.AllDirectories)), f =>
            Assert.Equal((0, 0), (File.GetLastWriteTimeUtc(f).Minute, File.GetLastWriteTimeUtc(f).Second)));
    }

    [Fact]
    public async Task The_search_finds_an_instant_in_whatever_way_it_is_written()
    {
        await using var host = await Hosting.TestHost.CreateAsync();
        await host.StartAsync();
        await using var connection = new SqliteConnection(host.ConnectionString);
        await connection.OpenAsync();
        var ways = new object[] { Moment, Moment.Ticks, new DateTimeOffset(Moment).ToUnixTimeSeconds(), new DateTimeOffset(Moment).ToUnixTimeMilliseconds(), "k:" + Moment.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture), PhnomPenh.ToLocal(Moment) };
        foreach (var way in ways)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = "CREATE TABLE trap (x); INSERT INTO trap VALUES (@x)";
            command.Parameters.AddWithValue("@x", way);
            await command.ExecuteNonQueryAsync();
            Assert.Equal(["trap.x"], await InstantTraces.FindAsync(host.ConnectionString, Moment));
            command.CommandText = "DROP TABLE trap";
            await command.ExecuteNonQueryAsync();
        }
    }

    private static async Task<(Guid Id, ReceiptCode Code)> SendAsync(TrackWorld world)
    {
        var (id, code) = (Guid.NewGuid(), ReceiptCode.New());
        var route = new RouteQuestion(CaseKind.Complaint, CaseWorld.Commune, CaseWorld.Office(OfficeKind.CommuneAdministration), ServiceCode: null, AccusedRole.Clerk, AccusedName: null);
        var outgoing = new Outgoing(id, code, Side.Government, route, Confidential: true)
        {
            Words = new SubmissionWords { Story = "គេទារលុយ", IdentityGiven = true },
            Identity = new Identity { Name = "ចាន់ សុខា", Channel = Channel.Sms, Contact = "+85512345678" },
            MayBeTold = Channel.Sms,
            Files = [await world.Cases.Host.StageAsync(UploadTests.Voice)],
        };
        await world.Cases.Host.Services.GetRequiredService<Sending>().SendAsync(world.Cases.Citizen(), outgoing, default);
        return (id, code);
    }

    private static async Task ActAsync(TrackWorld world, ReceiptCode code)
    {
        var page = await world.PressAsync("send", await world.OpenAsync(code), "en", ("words", "ថែមទៀត"));
        page = await world.PressAsync("name", page, "en", ("accused", "ចាន់ ដារ៉ា"));
        page = await world.PressAsync("withdraw-now", page);
        await world.PressAsync("undo", page);
    }

    private static Task SweepAllAsync(TrackWorld world) => SweepAllAsync(world.Cases);

    internal static async Task SweepAllAsync(CaseWorld world)
    {
        var sweeping = world.Host.Services.GetRequiredService<Sweeping>();
        foreach (var sweep in sweeping.All)
        {
            await sweeping.RunAsync(sweep.Name, default);
        }
    }
}
