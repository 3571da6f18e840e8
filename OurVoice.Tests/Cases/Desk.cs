using OurVoice.Cases.Acknowledge;
using OurVoice.Cases.Ask;
using OurVoice.Cases.AskFee;
using OurVoice.Cases.Claim;
using OurVoice.Cases.Close;
using OurVoice.Cases.Hear;
using OurVoice.Cases.NameLater;
using OurVoice.Cases.Note;
using OurVoice.Cases.Recuse;
using OurVoice.Cases.Refer;
using OurVoice.Cases.Reopen;
using OurVoice.Cases.Reply;
using OurVoice.Cases.Transfer;
using Microsoft.Extensions.DependencyInjection;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Intake;

namespace OurVoice.Tests.Cases;

/// <summary>What officers do, as short sentences; each with the version the officer sees now unless the test says otherwise.</summary>
internal static class Desk
{
    public static async Task ClaimAsync(this CaseWorld world, Guid account, Guid id, int? version = null, Guid? request = null)
    {
        var form = new ClaimForm(id, request ?? Guid.NewGuid(), version ?? await world.VersionAsync(id));
        await world.DoAsync<ClaimCase>(account, (a, actor) => a.ExecuteAsync(form, actor, default));
    }

    public static async Task AcknowledgeAsync(this CaseWorld world, Guid account, Guid id, int? version = null, Guid? request = null)
    {
        var form = new AcknowledgeForm(id, request ?? Guid.NewGuid(), version ?? await world.VersionAsync(id));
        await world.DoAsync<AcknowledgeCase>(account, (a, actor) => a.ExecuteAsync(form, actor, default));
    }

    public static async Task AskAsync(this CaseWorld world, Guid account, Guid id, string words = "តើនៅថ្ងៃណា?", int? version = null, Guid? request = null)
    {
        var form = new AskForm(id, request ?? Guid.NewGuid(), version ?? await world.VersionAsync(id), words);
        await world.WriteAsync<AskCitizen>(account, id, (a, key, actor) => a.ExecuteAsync(form, key, actor, default));
    }

    public static async Task HearAsync(this CaseWorld world, Guid account, Guid id, string words = "នៅថ្ងៃសៅរ៍។", int? version = null, Guid? request = null)
    {
        var form = new HearForm(id, request ?? Guid.NewGuid(), version ?? await world.VersionAsync(id), words);
        await world.WriteAsync<HearCitizen>(account, id, (a, key, actor) => a.ExecuteAsync(form, key, actor, default));
    }

    public static async Task ReplyAsync(this CaseWorld world, Guid account, Guid id, string words = "រួចហើយ។", bool isAnswer = true, int? version = null, Guid? request = null)
    {
        var form = new ReplyForm(id, request ?? Guid.NewGuid(), version ?? await world.VersionAsync(id), words, isAnswer);
        await world.WriteAsync<ReplyToCitizen>(account, id, (a, key, actor) => a.ExecuteAsync(form, key, actor, default));
    }

    public static Task NoteAsync(this CaseWorld world, Guid account, Guid id, string words = "ចំណាំ", Guid? request = null) =>
        world.WriteAsync<AddNote>(account, id, (a, key, actor) => a.ExecuteAsync(new NoteForm(id, request ?? Guid.NewGuid(), words), key, actor, default));

    public static async Task ReferAsync(this CaseWorld world, Guid account, Guid id, string body = "acu", string? name = null, string words = "សូមទៅទីនោះ។", Guid? request = null)
    {
        var form = new ReferForm(id, request ?? Guid.NewGuid(), await world.VersionAsync(id), body, name, words);
        await world.WriteAsync<ReferCase>(account, id, (a, key, actor) => a.ExecuteAsync(form, key, actor, default));
    }

    /// <param name="office">Null: one level up.</param>
    public static async Task TransferAsync(
        this CaseWorld world, Guid account, Guid id, Guid? office, string words = "រឿងនេះជារបស់ការិយាល័យនោះ។", int? version = null, Guid? request = null)
    {
        var form = new TransferForm(id, request ?? Guid.NewGuid(), version ?? await world.VersionAsync(id), office, words);
        var names = await world.NamesAsync(id);
        await world.WriteAsync<TransferCase>(account, id, (a, key, actor) => a.ExecuteAsync(form, names, key, actor, default));
    }

    public static async Task AskFeeAsync(this CaseWorld world, Guid account, Guid id, long riel = 4_000, Guid? request = null)
    {
        var form = new AskFeeForm(id, request ?? Guid.NewGuid(), await world.VersionAsync(id), riel, "ថ្លៃថតចម្លង");
        await world.WriteAsync<AskForFee>(account, id, (a, key, actor) => a.ExecuteAsync(form, key, actor, default));
    }

    public static async Task CloseAsync(
        this CaseWorld world, Guid account, Guid id, CaseOutcome outcome = CaseOutcome.Solved, string? body = null, string? name = null, string words = "ចប់។", int? version = null, Guid? request = null)
    {
        var form = new CloseForm(id, request ?? Guid.NewGuid(), version ?? await world.VersionAsync(id), outcome, body, name, words);
        await world.WriteAsync<CloseCase>(account, id, (a, key, actor) => a.ExecuteAsync(form, key, actor, default));
    }

    public static async Task ReopenAsync(this CaseWorld world, Guid account, Guid id, Guid? request = null)
    {
        var form = new ReopenForm(id, request ?? Guid.NewGuid(), await world.VersionAsync(id), "មានឯកសារថ្មី។");
        await world.WriteAsync<ReopenCase>(account, id, (a, key, actor) => a.ExecuteAsync(form, key, actor, default));
    }

    public static async Task NameLaterAsync(
        this CaseWorld world, Guid account, Guid id, Guid? office = null, AccusedRole? role = null, string? name = null, int? version = null, Guid? request = null)
    {
        var form = new NameLaterForm(id, request ?? Guid.NewGuid(), version ?? await world.VersionAsync(id), office, role, name);
        var names = await world.NamesAsync(id);
        await world.WriteAsync<NameOnCase>(account, id, (a, key, actor) => a.ExecuteAsync(form, names, key, actor, default));
    }

    public static async Task RecuseAsync(this CaseWorld world, Guid account, Guid id, Guid? request = null)
    {
        var names = await world.NamesAsync(id);
        await world.DoAsync<DeclareConflict>(account, (a, actor) => a.ExecuteAsync(new(id, request ?? Guid.NewGuid()), names, actor, default));
    }

    /// <summary>The citizen's naming, as the tracking page publishes it.</summary>
    public static async Task CitizenNamesAsync(this CaseWorld world, Guid id, Guid? office = null, AccusedRole? role = null, string? name = null, Guid? act = null)
    {
        var naming = act ?? Guid.NewGuid();
        using var key = await world.Host.Services.GetRequiredService<ICaseKeys>().FindAsync(id, default);
        var names = await world.NamesAsync(id);
        var named = new NamedPerson(
            office, role, name is null ? null : key!.Seal(AccusedName.At(id, naming), name), name is null ? names : [.. names, new Unlogged(name)]);
        await world.PublishAsync(new CitizenNamed(id, naming, named, world.Citizen()));
    }

    public static Task<IReadOnlyList<Unlogged>> NamesAsync(this CaseWorld world, Guid id) =>
        world.Host.Services.GetRequiredService<IAccusedNames>().OfAsync(id, default);

    public static async Task BreaksAsync(string rule, Func<Task> act) =>
        Assert.Equal(rule, (await Assert.ThrowsAsync<RuleBroken>(act)).Rule);
}
