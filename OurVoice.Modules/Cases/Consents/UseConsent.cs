using Microsoft.EntityFrameworkCore;
using OurVoice.Cases.Acting;
using OurVoice.Cases.Referral;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.Consents;

/// <summary>A referral by Transparency International uses up one consent for that very body.</summary>
internal sealed class UseConsent(OurVoiceDb db)
{
    /// <exception cref="RuleBroken">Rule_NoConsent.</exception>
    public async Task ForAsync(Case on, ChosenBody to, CaseKey key, Actor actor, CancellationToken cancel)
    {
        if (on.Side != Side.Ti)
        {
            return;
        }

        var (code, name) = to.Read();
        var given = await db.Set<Consent>()
            .Where(c => c.CaseId == on.Id && c.BodyCode == code && c.State == ConsentState.Given && c.CountsFrom <= actor.At)
            .OrderBy(c => c.AnsweredOn).ThenBy(c => c.Id).ToListAsync(cancel);
        var one = given.Find(c => name is null || Fold.Of(c.NameFor(Lang.Km, key) ?? "") == Fold.Of(name));
        Rules.Require(one is not null, "Rule_NoConsent");
        one!.State = ConsentState.Used;
        one.Version++;
    }
}
