using Microsoft.EntityFrameworkCore;
using OurVoice.Cases.Access;
using OurVoice.Cases.Acting;
using OurVoice.Cases.Presence;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.SaveDraft;

/// <param name="CaseId">The case.</param>
/// <param name="Field">What is being written.</param>
/// <param name="BaseVersion">The case's version when the typing began.</param>
/// <param name="Words">As typed; empty drops the draft.</param>
internal sealed record DraftForm(Guid CaseId, CaseField Field, int BaseVersion, string Words);

/// <summary>Keeps what an officer has typed so far.</summary>
internal sealed class KeepDraft(OurVoiceDb db) : IAction
{
    // Nobody loses words to a limit while typing; the act itself refuses what is too long.
    private const int MaxChars = 200_000;

    public async Task ExecuteAsync(DraftForm form, CaseKey key, Actor actor, CancellationToken cancel)
    {
        var account = actor.AccountId ?? throw Rules.NotFound();
        Rules.Require(await db.ReadableCases(account, actor.At).AnyAsync(c => c.Id == form.CaseId, cancel), "NotFound");
        Rules.Require(form.Words.Length <= MaxChars, "Rule_TooLong");
        var known = await db.Set<OfficerDraft>()
            .SingleOrDefaultAsync(d => d.CaseId == form.CaseId && d.AccountId == account && d.Field == form.Field, cancel);
        if (form.Words.Length == 0)
        {
            db.RemoveRange(known is null ? [] : [known]);
            return;
        }

        var words = key.Seal(OfficerDraft.WordsAt(form.CaseId, account, form.Field), form.Words);
        if (known is null)
        {
            db.Add(new OfficerDraft { CaseId = form.CaseId, AccountId = account, Field = form.Field, Words = words, BaseVersion = form.BaseVersion, SavedAt = actor.At });
            return;
        }

        (known.Words, known.BaseVersion, known.SavedAt) = (words, form.BaseVersion, actor.At);
    }
}
