using OurVoice.Contracts.Host;

namespace OurVoice.Web.Accounts.Notices;

/// <summary>What the page of a person's notices does, always on the own account.</summary>
internal sealed class NoticeDesk(IDeskActor desk, IRunner runner)
{
    /// <exception cref="RuleBroken">See <see cref="ChooseNotices"/>; Notices_Choose when nothing that exists was chosen.</exception>
    /// <returns>The language chosen.</returns>
    public async Task<Lang> ChooseAsync(string? way, string? language, CancellationToken cancel)
    {
        if (!Enum.TryParse<Channel>(way, out var channel) || !Enum.IsDefined(channel) || !Langs.TryParse(language, out var lang))
        {
            throw new RuleBroken("Notices_Choose");
        }

        var actor = await desk.ActorAsync(cancel);
        await runner.RunAsync(actor, (ChooseNotices a) => a.ExecuteAsync(channel, lang, actor, cancel), cancel);
        return lang;
    }

    /// <exception cref="RuleBroken">See <see cref="MakeNoticeCode"/>.</exception>
    public async Task AskPhoneAsync(string? number, CancellationToken cancel)
    {
        var actor = await desk.ActorAsync(cancel);
        await runner.RunAsync(actor, (MakeNoticeCode a) => a.ForPhoneAsync(number, actor, cancel), cancel);
    }

    /// <exception cref="RuleBroken">Notices_Code for a code that does not work.</exception>
    public async Task ProvePhoneAsync(string? code, CancellationToken cancel)
    {
        var actor = await desk.ActorAsync(cancel);
        if (!await runner.RunAsync<ProvePhone, bool>(actor, a => a.ExecuteAsync(code, actor, cancel), cancel))
        {
            throw new RuleBroken("Notices_Code");
        }
    }

    /// <exception cref="RuleBroken">See <see cref="MakeNoticeCode"/>.</exception>
    public async Task AskChatAsync(CancellationToken cancel)
    {
        var actor = await desk.ActorAsync(cancel);
        await runner.RunAsync(actor, (MakeNoticeCode a) => a.ForChatAsync(actor, cancel), cancel);
    }

    public async Task UnlinkAsync(CancellationToken cancel)
    {
        var actor = await desk.ActorAsync(cancel);
        await runner.RunAsync(actor, (ChooseNotices a) => a.UnlinkAsync(actor, cancel), cancel);
    }

    public async Task TestAsync(CancellationToken cancel)
    {
        var actor = await desk.ActorAsync(cancel);
        await runner.RunAsync(actor, (ChooseNotices a) => a.TestAsync(actor, cancel), cancel);
    }
}
