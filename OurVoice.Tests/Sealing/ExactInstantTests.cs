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
    private static readonly TimeSpan Near = TimeSpan.FromMinutes(10);

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
        world.Cases.MoveTo(Moment.AddDays(2));
        await SweepAllAsync(world);

        EntryKind[] acts = [EntryKind.CitizenWrote, EntryKind.CitizenNamed, EntryKind.Withdrawn, EntryKind.WithdrawalUndone];
        Assert.Empty(acts.Except((await world.Cases.EntriesAsync(id)).Select(e => e.Kind)));
        Assert.NotEmpty(await world.RowsAsync<Message>(m => m.SubmissionId == id));
        var host = world.Cases.Host;
        Assert.Empty(await TracesAsync(host.ConnectionString));
        Assert.Empty(await TracesAsync(host.Services.GetRequiredService<KeyStoreSettings>().ConnectionString));
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
            Assert.Equal(["trap.x"], await TracesAsync(host.ConnectionString));
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

    private static async Task SweepAllAsync(TrackWorld world)
    {
        var sweeping = world.Cases.Host.Services.GetRequiredService<Sweeping>();
        foreach (var sweep in sweeping.All)
        {
            await sweeping.RunAsync(sweep.Name, default);
        }
    }

    /// <summary>The columns of all tables in which an instant within ten minutes stands, as text, ticks, seconds or milliseconds.</summary>
    private static async Task<List<string>> TracesAsync(string connectionString)
    {
        await using var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync();
        var found = new List<string>();
        foreach (var (table, column) in await ColumnsAsync(connection))
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"SELECT \"{column}\" FROM \"{table}\" WHERE typeof(\"{column}\") IN ('text', 'integer', 'real')";
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                if (IsNear(reader.GetValue(0)))
                {
                    found.Add($"{table}.{column}");
                }
            }
        }

        return found;
    }

    private static async Task<List<(string Table, string Column)>> ColumnsAsync(SqliteConnection connection)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT m.name, c.name FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table'";
        await using var reader = await command.ExecuteReaderAsync();
        var columns = new List<(string, string)>();
        while (await reader.ReadAsync())
        {
            columns.Add((reader.GetString(0), reader.GetString(1)));
        }

        return columns;
    }

    private static bool IsNear(object value) => value switch
    {
        long number => Readings(number).Any(IsNear),
        double number => Readings((long)number).Any(IsNear),
        string text => Stamps().Any(s => text.Contains(s, StringComparison.Ordinal)),
        _ => false,
    };

    private static bool IsNear(DateTime instant) => (instant - Moment).Duration() <= Near || (instant - Moment - PhnomPenh.Offset).Duration() <= Near;

    private static IEnumerable<DateTime> Readings(long number)
    {
        var since = number - DateTime.UnixEpoch.Ticks;
        return since > 0 && number < DateTime.MaxValue.Ticks ? [new DateTime(number, DateTimeKind.Utc)]
            : number is > 0 and < 100_000_000_000 ? [DateTime.UnixEpoch.AddSeconds(number)]
            : number is > 0 and < 100_000_000_000_000 ? [DateTime.UnixEpoch.AddMilliseconds(number)]
            : [];
    }

    // Every minute around it, in both clocks, with and without marks between the digits.
    private static IEnumerable<string> Stamps() =>
        from minute in Enumerable.Range(-10, 21)
        from offset in new[] { TimeSpan.Zero, PhnomPenh.Offset }
        let instant = Moment.AddMinutes(minute) + offset
        from format in new[] { "yyyy-MM-dd HH:mm", "yyyy-MM-ddTHH:mm", "yyyyMMddHHmm" }
        select instant.ToString(format, CultureInfo.InvariantCulture);
}
