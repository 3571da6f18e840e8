using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OurVoice.Contracts.Host;

namespace OurVoice.Places.ConfirmSuccessor;

/// <summary>Somebody vouches for a guessed successor; from then on routing may follow it.</summary>
internal sealed class ConfirmSuccessor(OurVoiceDb db) : IAction
{
    public async Task ConfirmAsync(string oldCode, string newCode, Actor actor, CancellationToken cancellation)
    {
        var successor = await db.Set<Successor>().SingleOrDefaultAsync(s => s.OldCode == oldCode && s.NewCode == newCode, cancellation)
            ?? throw new RuleBroken("Rule_SuccessorUnknown", oldCode, newCode);
        if (successor.Guessed && successor.ConfirmedAt is null)
            successor.Confirm(actor);
    }
}

internal sealed class ConfirmSuccessorVerb(IRunner runner, TimeProvider time, IStringLocalizer<PlacesText> text) : IHostVerb
{
    public string Words => "confirm successor";

    public string Usage => "OLDCODE NEWCODE";

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, CancellationToken cancel)
    {
        if (arguments is not [var from, var to])
        {
            await output.WriteLineAsync(text["Verb_Usage", Words, Usage].Value);
            return 2;
        }

        try
        {
            var actor = Actor.System(time);
            await runner.RunAsync<ConfirmSuccessor>(actor, action => action.ConfirmAsync(from, to, actor, cancel), cancel);
        }
        catch (RuleBroken broken)
        {
            await output.WriteLineAsync(text[broken.Rule, [.. broken.Arguments]].Value);
            return 1;
        }

        await output.WriteLineAsync(text["Verb_Confirmed", $"{from} → {to}"].Value);
        return 0;
    }
}
