using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Intake.Submit;

namespace OurVoice.Intake.Assist;

/// <summary>One turn of assisted intake: the public form's own turn, with the officer's draft kept on the server after each page.</summary>
internal sealed class AssistTurn(WizardTurn turn, DeskDrafts drafts)
{
    /// <summary>Officers and heads take in support, information and complaints; those of TI corruption too.</summary>
    public static IReadOnlyList<CaseKind> KindsFor(DeskIdentity who) =>
        [CaseKind.Complaint, CaseKind.Support, CaseKind.Information, .. who.Side == Side.Ti ? new[] { CaseKind.Corruption } : []];

    /// <summary>Null: the choice of kinds, also for a kind that this person may not take in.</summary>
    public async Task<Wizard?> PostAsync(DeskIdentity who, Posted form, CancellationToken cancel)
    {
        if (form.Kind is { } kind && !KindsFor(who).Contains(kind))
        {
            return null;
        }

        switch (form.Go)
        {
            case "resume":
                return await drafts.FindAsync(who, cancel) is var (step, kept) ? await turn.ResumeAsync(who.Language, step, kept, cancel) : null;
            case "drop":
                await drafts.DropAsync(who, cancel);
                return null;
            case var _ when form.Draft is null && form.Kind is { } chosen:
                await drafts.DropAsync(who, cancel);
                return await KeptAsync(who, await turn.StartAsync(who.Language, chosen, at: null, cancel, who.AccountId), cancel);
            default:
                return await KeptAsync(who, await turn.PostAsync(who.Language, form, kindOfAddress: null, cancel, who.AccountId), cancel);
        }
    }

    /// <summary>False when there is nothing of this account to keep.</summary>
    public async Task<bool> KeepAsync(DeskIdentity who, Posted form, CancellationToken cancel)
    {
        if (await turn.TakeAsync(form, who.AccountId, cancel) is not var (step, draft))
        {
            return false;
        }

        await drafts.KeepAsync(who, step, draft, cancel);
        return true;
    }

    private async Task<Wizard?> KeptAsync(DeskIdentity who, Wizard page, CancellationToken cancel)
    {
        if (page.Step == Step.Done)
        {
            await drafts.DropAsync(who, cancel);
        }
        else if (page.Sealed.Length > 0)
        {
            await drafts.KeepAsync(who, page.Step, page.Draft, cancel);
        }

        return page.Step == Step.Choose ? null : page;
    }
}
