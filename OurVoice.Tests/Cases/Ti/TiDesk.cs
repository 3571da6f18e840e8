using OurVoice.Cases.Accept;
using OurVoice.Cases.Assess;
using OurVoice.Cases.Consents;
using OurVoice.Cases.Decline;
using OurVoice.Cases.FollowUp;
using OurVoice.Cases.HandToTi;
using OurVoice.Contracts.Intake;

namespace OurVoice.Tests.Cases.Ti;

/// <summary>What people of Transparency International do, as short sentences; see <see cref="Desk"/>.</summary>
internal static class TiDesk
{
    public static async Task AssessAsync(this CaseWorld world, Guid account, Guid id, Urgency? urgency = Urgency.High, string words = "គួរទទួល។", int? version = null, Guid? request = null)
    {
        var form = new AssessForm(id, request ?? Guid.NewGuid(), version ?? await world.VersionAsync(id), urgency, words);
        await world.WriteAsync<AssessCase>(account, id, (a, key, actor) => a.ExecuteAsync(form, key, actor, default));
    }

    public static async Task AcceptAsync(this CaseWorld world, Guid account, Guid id, int? version = null, Guid? request = null)
    {
        var form = new AcceptForm(id, request ?? Guid.NewGuid(), version ?? await world.VersionAsync(id));
        await world.DoAsync<AcceptCase>(account, (a, actor) => a.ExecuteAsync(form, actor, default));
    }

    public static async Task DeclineAsync(this CaseWorld world, Guid account, Guid id, string words = "សូមទៅអាជ្ញាធរ។", Guid? request = null)
    {
        var form = new DeclineForm(id, request ?? Guid.NewGuid(), await world.VersionAsync(id), words);
        await world.WriteAsync<DeclineCase>(account, id, (a, key, actor) => a.ExecuteAsync(form, key, actor, default));
    }

    public static async Task FollowUpAsync(this CaseWorld world, Guid account, Guid id, string words = "គេថាកំពុងពិនិត្យ។", Guid? request = null)
    {
        var form = new FollowUpForm(id, request ?? Guid.NewGuid(), await world.VersionAsync(id), words);
        await world.WriteAsync<FollowUpCase>(account, id, (a, key, actor) => a.ExecuteAsync(form, key, actor, default));
    }

    public static async Task<Guid> AskConsentAsync(this CaseWorld world, Guid account, Guid id, string? body = "acu", string? name = null, string words = "តើអាចបញ្ជូនបានទេ?", Guid? request = null)
    {
        var form = new AskConsentForm(id, request ?? Guid.NewGuid(), await world.VersionAsync(id), new(body, name), words);
        await world.WriteAsync<AskConsent>(account, id, (a, key, actor) => a.ExecuteAsync(form, key, actor, default));
        return form.RequestId;
    }

    public static async Task<Guid> RecordConsentAsync(this CaseWorld world, Guid account, Guid id, DateOnly? on, string body = "acu", string? name = null, Guid? request = null)
    {
        var form = new RecordConsentForm(id, request ?? Guid.NewGuid(), await world.VersionAsync(id), new(body, name), on, "យល់ព្រមតាមទូរស័ព្ទ។");
        await world.WriteAsync<RecordConsent>(account, id, (a, key, actor) => a.ExecuteAsync(form, key, actor, default));
        return form.RequestId;
    }

    public static Task ConsentAsync(this CaseWorld world, Guid id, Guid consent, bool isGiven) =>
        world.PublishAsync(new ConsentAnswered(id, consent, isGiven, Guid.NewGuid(), world.Citizen()));

    public static async Task HandOverAsync(this CaseWorld world, Guid account, Guid id, bool isSure = true, string words = "រឿងនេះជាអំពើពុករលួយ។", int? version = null, Guid? request = null)
    {
        var form = new HandOverForm(id, request ?? Guid.NewGuid(), version ?? await world.VersionAsync(id), isSure, words);
        await world.WriteAsync<HandOverToTi>(account, id, (a, key, actor) => a.ExecuteAsync(form, key, actor, default));
    }
}
