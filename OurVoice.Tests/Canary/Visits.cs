using OurVoice.Contracts.Cases;
using OurVoice.Tests.Journeys;

namespace OurVoice.Tests.Canary;

/// <summary>What happens on that day: a complaint, a report of corruption and a request, from the first word to the answer or the withdrawal.</summary>
internal sealed class Visits(BrowserFixture browser, CanarySite site, Canaries canaries)
{
    private readonly CitizenSide _citizens = new(canaries, Directory.CreateDirectory(Path.Combine(site.Folder, "proxy")).FullName);
    private readonly OfficeSide _offices = new(canaries);

    public async Task AllAsync()
    {
        await ComplaintAsync();
        await CorruptionAsync();
        await RequestAsync();
    }

    private async Task ComplaintAsync()
    {
        await using var phone = await ComeAsync("the complaining citizen", script: false);
        await using var desk = await ComeAsync("the ombudsman's officer", width: 1100);
        var sent = await _citizens.SendAsync(phone, CaseKind.Complaint, "km", "Sms");
        var officer = await OfficeSide.SitAsync(desk, "districtombudsman");
        await OfficeSide.ReadAsync(officer, sent, sent.Words["story"], sent.Words["when"], sent.Words["accused"]);
        await OfficeSide.LookAtPictureAsync(officer);
        await OfficeSide.OpenIdentityAsync(officer, sent);
        await officer.ActAsync("Claim");
        var question = await _offices.ActAsync(officer, "Ask");
        await CitizenSide.SeesAsync(sent, question);
        var reply = await _citizens.ReplyAsync(sent);
        await _citizens.AddFileAsync(sent);
        var named = await _citizens.NameSomebodyAsync(sent);
        await OfficeSide.ReadAsync(officer, sent, reply, named);
        await CitizenSide.SeesAsync(sent, await _offices.ActAsync(officer, "Reply"));
        await StatementAsync(sent, officer);
        await _offices.BeginNoteAsync(officer);
        await desk.NoteAsync();
    }

    private async Task StatementAsync(SentCase sent, Officer officer)
    {
        var question = await _offices.ActAsync(officer, "Statement");
        await CitizenSide.SeesAsync(sent, question);
        await sent.Citizen.PressAsync("agree");
        await using var desk = await ComeAsync("the accused office's head", width: 1100);
        var answer = await _offices.AnswerStatementAsync(await OfficeSide.SitAsync(desk, "communehead"), question);
        await OfficeSide.ReadAsync(officer, sent, answer);
    }

    private async Task CorruptionAsync()
    {
        await using var phone = await ComeAsync("the reporting citizen");
        await using var desk = await ComeAsync("TI's case worker", width: 1100);
        var sent = await _citizens.SendAsync(phone, CaseKind.Corruption, "en", "Email");
        var worker = await OfficeSide.SitAsync(desk, "ticaseworker");
        await OfficeSide.ReadAsync(worker, sent, sent.Words["story"], sent.Words["afraid"], sent.Words["accused"], sent.Words["hours"]);
        await _offices.ActAsync(worker, "Assess", choice: 1);
        await worker.ActAsync("Accept");
        await CitizenSide.SeesAsync(sent, await _offices.ActAsync(worker, "AskConsent", body: "acu"));
    }

    private async Task RequestAsync()
    {
        await using var phone = await ComeAsync("the citizen who withdraws", script: false);
        await _citizens.WithdrawAsync(await _citizens.SendAsync(phone, CaseKind.Support, "km", "Email"));
    }

    private Task<Visitor> ComeAsync(string who, int width = 360, bool script = true) => Visitor.ComeAsync(who, browser, site, canaries, width, script);
}
