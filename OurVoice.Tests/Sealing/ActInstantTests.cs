using Microsoft.Extensions.DependencyInjection;
using OurVoice.Cases.Timeline;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;
using OurVoice.Intake.Receipt;
using OurVoice.Intake.Submissions;
using OurVoice.Intake.Submit;
using OurVoice.Tests.Cases;
using OurVoice.Tests.Cases.Statements;
using OurVoice.Tests.Cases.Ti;
using OurVoice.Tests.Intake.Track;
using OurVoice.Tests.Intake.Upload;
using OurVoice.Web.Sealing.Store;

namespace OurVoice.Tests.Sealing;

/// <summary>
/// Time identifies (design.md 4.7): whatever the citizens of confidential cases can do on the tracking page, done at one minute of the
/// day and by nobody else, leaves that minute nowhere; with a case that an officer took in (4.14) as with any other.
/// </summary>
public sealed class ActInstantTests
{
    // 10:17:23.456 in Cambodia. Everybody else acts, and every sweep runs, at a full hour.
    private static readonly DateTime Moment = new(2026, 6, 1, 3, 17, 23, 456, DateTimeKind.Utc);

    private static readonly EntryKind[] Acts =
    [
        EntryKind.CitizenWrote, EntryKind.FilesAdded, EntryKind.FeeAccepted, EntryKind.JudgedSolved, EntryKind.JudgedPartly, EntryKind.JudgedNo,
        EntryKind.Withdrawn, EntryKind.WithdrawalUndone, EntryKind.CitizenNamed, EntryKind.ConsentGiven, EntryKind.ConsentRefused,
        EntryKind.StatementAgreed, EntryKind.StatementRefused,
    ];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task No_act_of_the_citizen_of_a_confidential_case_leaves_its_minute(bool isAssisted)
    {
        await using var world = await TrackWorld.StartAsync(demo: false);
        var judge = await world.Cases.JoinAsync("មាស សុភា", OfficeKind.DistrictOmbudsman);
        var lina = await world.Cases.JoinAsync("Chea Lina", OfficeKind.TransparencyInternational);
        world.Cases.MoveTo(Moment);
        var (written, named, withdrawn) = (await SendAsync(world, isAssisted), await SendAsync(world, isAssisted), await SendAsync(world, isAssisted));
        var (no, partly, solved) = (await SendAsync(world, isAssisted), await SendAsync(world, isAssisted), await SendAsync(world, isAssisted));
        var (agreed, refused) = (await SendAsync(world, isAssisted), await SendAsync(world, isAssisted));
        var (paid, report) = (await SendAsync(world, isAssisted, CaseKind.Information), await SendAsync(world, isAssisted, CaseKind.Corruption));

        await AtAsync(world, day: 1, hour: 2);
        foreach (var answered in new[] { no, partly, solved })
        {
            await world.Cases.ReplyAsync(judge, answered.Id);
        }

        await world.Cases.AskAsync(judge, written.Id);
        await StatementTests.AskAsync(world.Cases, judge, agreed.Id, OfficeKind.CommuneAdministration);
        await StatementTests.AskAsync(world.Cases, judge, refused.Id, OfficeKind.CommuneAdministration);
        await world.Cases.AskFeeAsync(world.Officer, paid.Id);
        var consents = new[] { await world.Cases.AskConsentAsync(lina, report.Id), await world.Cases.AskConsentAsync(lina, report.Id, "court") };

        world.Cases.MoveTo(Moment.AddDays(1));
        await PressAsync(world, written, "send", ("words", "ថែមទៀត"));
        await AddFileAsync(world, named);
        await PressAsync(world, named, "name", ("accused", "ចាន់ ដារ៉ា"));
        await PressAsync(world, withdrawn, "withdraw-now");
        await PressAsync(world, no, "judge", ("verdict", "no"), ("reason", "អត់ទេ"));
        await PressAsync(world, partly, "judge", ("verdict", "partly"));
        await PressAsync(world, solved, "judge", ("verdict", "yes"));
        await PressAsync(world, agreed, "agree");
        await PressAsync(world, refused, "refuse");
        await PressAsync(world, paid, "fee");
        await PressAsync(world, report, $"agree:{consents[0]:N}");
        await PressAsync(world, report, $"refuse:{consents[1]:N}");
        await NoTraceAsync(world);

        await AtAsync(world, day: 1, hour: 6);
        await AtAsync(world, day: 2, hour: 6);
        await AtAsync(world, day: 7, hour: 6);
        world.Cases.MoveTo(Moment.AddDays(8));
        await PressAsync(world, withdrawn, "undo");
        await NoTraceAsync(world);
        await AtAsync(world, day: 9, hour: 6);
        await NoTraceAsync(world);
        Assert.Empty(Acts.Except((await world.RowsAsync<Entry>(e => !e.IsPending)).Select(e => e.Kind)));
    }

    private static async Task<(Guid Id, ReceiptCode Code)> SendAsync(TrackWorld world, bool isAssisted, CaseKind kind = CaseKind.Complaint)
    {
        var (id, code) = (Guid.NewGuid(), ReceiptCode.New());
        var (side, role) = kind == CaseKind.Corruption ? (Side.Ti, AccusedRole.Head) : (Side.Government, (AccusedRole?)null);
        var route = new RouteQuestion(kind, CaseWorld.Commune, CaseWorld.Office(OfficeKind.CommuneAdministration), ServiceCode: null, role, AccusedName: null);
        var outgoing = new Outgoing(id, code, side, route, Confidential: true)
        {
            Words = new SubmissionWords { Story = "គេទារលុយ" },
            Assisted = isAssisted,
            Identity = new Identity { Channel = Channel.Sms, Contact = "+85512345678" },
            MayBeTold = Channel.Sms,
        };
        Assert.Equal(SendOutcome.Received, await world.Cases.Host.Services.GetRequiredService<Sending>().SendAsync(world.Cases.Citizen(), outgoing, default));
        return (id, code);
    }

    private static async Task PressAsync(TrackWorld world, (Guid Id, ReceiptCode Code) on, string go, params (string Name, string Value)[] fields)
    {
        var page = await world.PressAsync(go, await world.OpenAsync(on.Code), "en", fields);
        Assert.Equal("", page.Error);
        Assert.NotEqual("", page.Notice);
    }

    private static async Task AddFileAsync(TrackWorld world, (Guid Id, ReceiptCode Code) on)
    {
        var staged = await world.AttachAsync(await world.PressAsync("files", await world.OpenAsync(on.Code)), UploadTests.Voice);
        Assert.Equal("Your files have been sent.", (await world.PressAsync("attach", staged)).Notice);
    }

    // What runs by itself runs at another hour than the citizens act.
    private static Task AtAsync(TrackWorld world, int day, int hour)
    {
        world.Cases.MoveTo(Moment.Date.AddDays(day).AddHours(hour));
        return ExactInstantTests.SweepAllAsync(world.Cases);
    }

    private static async Task NoTraceAsync(TrackWorld world)
    {
        var host = world.Cases.Host;
        Assert.Empty(await InstantTraces.FindAsync(host.ConnectionString, Moment));
        Assert.Empty(await InstantTraces.FindAsync(host.Services.GetRequiredService<KeyStoreSettings>().ConnectionString, Moment));
    }
}
