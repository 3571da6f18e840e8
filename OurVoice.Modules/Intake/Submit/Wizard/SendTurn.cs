using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Intake.Receipt;

namespace OurVoice.Intake.Submit;

/// <summary>The last turns: what is shown before sending, the sending, the receipt.</summary>
internal sealed class SendTurn(Sending sending, SubmissionMint mint, IRoutePreview routes, IRunner runner, TimeProvider time)
{
    internal enum End
    {
        Received,
        AlreadyReceived,
        FileGone,

        /// <summary>Since the check the receiver has changed, or there is none: the citizen must see it first.</summary>
        LookAgain,
    }

    /// <summary>Gives the draft its id and code, and notes what the citizen is being told of the receiver.</summary>
    public async Task PrepareAsync(Draft draft, CancellationToken cancel)
    {
        Mint(draft);
        draft.ToldOfTi = (await routes.FindAsync(Composer.Route(draft), cancel)).GoesToTi;
    }

    /// <summary>Id and code of a draft; always the same.</summary>
    public void Mint(Draft draft)
    {
        if (draft.Id is null)
        {
            (draft.Id, var code) = mint.Of(draft);
            draft.Code = code.Digits;
        }
    }

    public async Task<bool> HasReceiverAsync(Draft draft, CancellationToken cancel) =>
        (await routes.FindAsync(Composer.Route(draft), cancel)).OfficeId is not null;

    public async Task<bool> WasSentAsync(Draft draft, CancellationToken cancel) =>
        draft.Id is { } id && await sending.KnownAsync(id, cancel) is not null;

    /// <summary>
    /// The story of a draft that was sent and then changed on an older page: it was not stored, and its writer must hear of it.
    /// Null when nothing differs; empty when another answer does.
    /// </summary>
    public async Task<string?> ChangedSinceAsync(Draft draft, CancellationToken cancel)
    {
        // The receipt's own page carries no answers.
        if (draft is not { Id: { } id, Place: not null } || await sending.StoredAsync(id, cancel) is not var (language, stored))
        {
            return null;
        }

        // Whose case it became is not written beside the words.
        var now = Composer.Words(draft, Side.Government, language);
        return now == stored || Composer.Words(draft, Side.Ti, language) == stored ? null : now.Story == stored.Story ? "" : now.Story;
    }

    public async Task<End> SendAsync(Lang lang, Draft draft, CancellationToken cancel)
    {
        if (draft.Id is not { } id || ReceiptCode.Read(draft.Code).Code is not { } code)
        {
            return End.LookAgain;
        }

        if (await sending.KnownAsync(id, cancel) is { } known)
        {
            return Ended(draft, known);
        }

        var route = await routes.FindAsync(Composer.Route(draft), cancel);
        if (route.OfficeId is null || route.GoesToTi != draft.ToldOfTi)
        {
            return End.LookAgain;
        }

        return Ended(draft, await sending.SendAsync(ActorOf(draft, lang), Composer.Compose(draft, code, route, lang), cancel));
    }

    /// <summary>What the receipt's own page carries: id and code, no answer.</summary>
    public Draft Receipt(Draft draft) => new() { Kind = draft.Kind, Made = draft.Made, Nonce = draft.Nonce, Id = draft.Id, Code = draft.Code, TakenInBy = draft.TakenInBy, Turn = draft.Turn };

    private Actor ActorOf(Draft draft, Lang lang) =>
        draft.TakenInBy is { } account ? Actor.Officer(time, account, officeId: null, lang) : Actor.Citizen(time, lang);

    public Task KeepAsync(Lang lang, Guid id, CancellationToken cancel)
    {
        var actor = Actor.Citizen(time, lang);
        return runner.RunAsync<KeepReceipt>(actor, a => a.KeepAsync(actor, id, cancel), cancel);
    }

    private static End Ended(Draft draft, SendOutcome outcome)
    {
        if (outcome == SendOutcome.FileGone)
        {
            draft.Files.Clear();
        }

        return outcome switch
        {
            SendOutcome.Received => End.Received,
            SendOutcome.AlreadyReceived => End.AlreadyReceived,
            SendOutcome.FileGone => End.FileGone,
            _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, message: null),
        };
    }
}
