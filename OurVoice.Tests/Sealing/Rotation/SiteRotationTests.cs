using Microsoft.Extensions.DependencyInjection;
using OurVoice.Contracts.Host;
using OurVoice.Intake.Files;
using OurVoice.Intake.Receipt;
using OurVoice.Intake.Submissions;
using OurVoice.Intake.Track;
using OurVoice.Tests.Hosting;
using OurVoice.Tests.Intake;
using OurVoice.Tests.Intake.Upload;

namespace OurVoice.Tests.Sealing.Rotation;

/// <summary>What citizens hold while every master key is rotated under the running server: codes, drafts, files.</summary>
public sealed class SiteRotationTests
{
    [Fact]
    public async Task Old_codes_are_found_and_old_files_open_and_drafts_on_the_way_go_on()
    {
        var time = FakeTime.At(2026, 6, 1, 9);
        await using var host = await IntakeHost.StartAsync("Sqlite", time);
        using var sent = await AtStoryAsync(host);
        var (body, address) = sent.Prepare("next", ("story", "ជួយខ្ញុំ"));
        var code = await SendAsync(await sent.AgainAsync(body, address));
        using var writing = await AtStoryAsync(host);

        await RotateAllAsync(host, time);

        // A tab of before the rotation is still the same submission, not a second one.
        Assert.Equal(code, await SendAsync(await sent.AgainAsync(body, address)));
        var later = await SendAsync(await writing.NextAsync(("story", "ជួយខ្ញុំ")));
        var all = await host.SubmissionsAsync();
        Assert.Equal(2, all.Count);
        Assert.All(await FoundAsync(host, code, later), id => Assert.Contains(all, s => s.Id == id));
        await FilesOpenAsync(host);

        await RotateAllAsync(host, time);
        Assert.All(await FoundAsync(host, code, later), id => Assert.Contains(all, s => s.Id == id));
        await FilesOpenAsync(host);
    }

    [Fact]
    public async Task The_sites_key_is_needed_until_the_last_of_its_receipts_is_gone()
    {
        var time = FakeTime.At(2026, 6, 1, 9);
        await using var host = await IntakeHost.StartAsync("Sqlite", time);
        using var citizen = await AtStoryAsync(host);
        await SendAsync(await citizen.NextAsync(("story", "ជួយខ្ញុំ")));
        var use = host.Services.GetServices<IMasterKeyUse>().OfType<ReceiptKeyUse>().Single();
        Assert.True(await use.NeedsAsync(side: null, time.GetUtcNow().UtcDateTime, default));
        Assert.False(await use.NeedsAsync(side: null, time.GetUtcNow().UtcDateTime.AddDays(-1), default));
        Assert.False(await use.NeedsAsync(Side.Ti, time.GetUtcNow().UtcDateTime, default));

        await using (var db = host.Read())
        {
            db.Set<Submission>().Single().IsGone = true;
            await db.SaveChangesAsync();
        }

        Assert.False(await use.NeedsAsync(side: null, time.GetUtcNow().UtcDateTime, default));
    }

    [Fact]
    public async Task The_audit_stays_whole_over_a_rotation_and_its_old_key_is_needed_as_long_as_its_rows()
    {
        var time = FakeTime.At(2026, 6, 1, 9);
        await using var host = await IntakeHost.StartAsync("Sqlite", time);
        var dara = Account.Create(Side.Government, "dara@example.org", "Dara", time.GetUtcNow().UtcDateTime);
        await using (var db = host.Read())
        {
            db.Add(dara);
            await db.SaveChangesAsync();
        }

        await NoteAsync(host, time, dara.Id);
        await host.SweepAsync<OurVoice.Web.Audit.Heads.GovernmentHeadSweep>();
        var until = time.GetUtcNow().UtcDateTime;
        await RotateAllAsync(host, time);
        await NoteAsync(host, time, dara.Id);
        await host.SweepAsync<OurVoice.Web.Audit.Heads.GovernmentHeadSweep>();

        await using var output = new StringWriter();
        var verify = host.Services.GetServices<IHostVerb>().Single(v => v.Words == "audit verify");
        Assert.True(await verify.RunAsync(["gov"], output, default) == 0, output.ToString());
        var use = host.Services.GetServices<IMasterKeyUse>().OfType<OurVoice.Web.Audit.AuditKeyUse>().Single();
        Assert.True(await use.NeedsAsync(Side.Government, until, default));
        Assert.False(await use.NeedsAsync(Side.Government, until.AddSeconds(-1), default));
        Assert.False(await use.NeedsAsync(Side.Ti, time.GetUtcNow().UtcDateTime, default));
    }

    private static Task NoteAsync(TestHost host, FakeTime time, Guid account) =>
        host.Services.GetRequiredService<IAudit>().NoteAsync(new(AuditAct.CaseOpened, Actor.Officer(time, account, officeId: null, Lang.En), Guid.NewGuid()), default);

    private static async Task RotateAllAsync(TestHost host, FakeTime time)
    {
        foreach (var side in new Side?[] { null, Side.Government, Side.Ti })
        {
            await host.Services.RotateAsync(side, time);
        }
    }

    private static async Task<List<Guid?>> FoundAsync(TestHost host, params string[] codes)
    {
        var found = new List<Guid?>();
        foreach (var code in codes)
        {
            var (id, _) = await host.Services.GetRequiredService<CodeDoor>().FindAsync(code, default);
            found.Add(Assert.NotNull(id));
        }

        return found;
    }

    private static async Task FilesOpenAsync(TestHost host)
    {
        await using var db = host.Read();
        foreach (var file in db.Set<Attachment>().ToList())
        {
            using var key = await host.Services.GetRequiredService<ICaseKeys>().FindAsync(file.SubmissionId, default);
            await using var content = host.Services.GetRequiredService<Vault>().OpenKept(key!.UnwrapFileKey(file.Id, file.FileKey));
            using var copy = new MemoryStream();
            await content.CopyToAsync(copy);
            Assert.Equal(UploadTests.Voice, copy.ToArray());
        }
    }

    private static async Task<Visitor> AtStoryAsync(TestHost host)
    {
        var citizen = await OurVoice.Tests.Intake.Submit.BadInputTests.AtStoryAsync(host);
        await citizen.PressAsync("files");
        await citizen.AttachAsync(UploadTests.Voice, "voice.mp3");
        return await citizen.PressAsync("back");
    }

    private static async Task<string> SendAsync(Visitor citizen)
    {
        await citizen.FromWhenToStatisticsAsync("support");
        await citizen.NextAsync();
        return citizen.Page.QuerySelector(".code")!.TextContent;
    }
}
