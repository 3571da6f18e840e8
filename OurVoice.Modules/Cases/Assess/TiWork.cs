using Microsoft.EntityFrameworkCore;
using OurVoice.Cases.Acting;
using OurVoice.Cases.Timeline;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.Assess;

/// <summary>Rules of the cases of Transparency International: assessed first, taken up or declined once in a cycle.</summary>
internal sealed class TiWork(OurVoiceDb db)
{
    /// <exception cref="RuleBroken">Rule_OnlyTi.</exception>
    public static void Require(Case on) => Rules.Require(on.Side == Side.Ti, "Rule_OnlyTi");

    /// <exception cref="RuleBroken">Rule_OnlyTi, Rule_AssessFirst, Rule_AlreadyAccepted.</exception>
    public async Task RequireUndecidedAsync(Case on, CancellationToken cancel)
    {
        Require(on);
        var done = await db.Set<Entry>()
            .Where(e => e.CaseId == on.Id && e.Cycle == on.Cycle && (e.Kind == EntryKind.Assessed || e.Kind == EntryKind.Accepted))
            .Select(e => e.Kind).ToListAsync(cancel);
        Rules.Require(done.Contains(EntryKind.Assessed), "Rule_AssessFirst");
        Rules.Require(!done.Contains(EntryKind.Accepted), "Rule_AlreadyAccepted");
    }
}
