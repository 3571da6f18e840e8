using Microsoft.EntityFrameworkCore;
using OurVoice.Cases.Acting;
using OurVoice.Cases.PolicyStore;
using OurVoice.Cases.Routing;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.SetPolicies;

/// <param name="RequestId">Of the form; pressing twice publishes once.</param>
/// <param name="Side">Whose rules.</param>
/// <param name="Newest">The newest version when the form was opened.</param>
/// <param name="From">The local day on whose first instant it begins; null for at once.</param>
/// <param name="Note">Why.</param>
/// <param name="Draft">The rules.</param>
internal sealed record PolicyForm(Guid RequestId, Side Side, int Newest, DateOnly? From, string Note, PolicyDraft Draft);

/// <summary>
/// The next version of one side's rules of time, with the government's routing of the same number. Nothing stored is changed:
/// open cases keep the version they started with.
/// </summary>
internal sealed class PublishPolicy(OurVoiceDb db) : IAction
{
    public const int LongestNote = 500;

    /// <exception cref="RuleBroken">NotFound, Rule_PolicyChanged, Rule_PolicyFrom, Rule_PolicyNote, Rule_PolicyRungs, those of <see cref="PolicyRules"/>.</exception>
    public async Task ExecuteAsync(PolicyForm form, Actor actor, CancellationToken cancel)
    {
        await PolicyHeads.RequireAsync(db, form.Side, actor, cancel);
        var versions = db.Set<PolicyVersion>().Where(p => p.Side == form.Side);
        if (await versions.AnyAsync(p => p.RequestId == form.RequestId, cancel))
        {
            return;
        }

        PolicyRules.Check(form.Draft, form.Side);
        var note = form.Note.Trim();
        Rules.Require(Fold.Of(note).Length > 0 && note.Length <= LongestNote * 2 && Clusters.Count(note) <= LongestNote, "Rule_PolicyNote");
        var from = form.From is { } day ? PhnomPenh.StartOf(day) : actor.At;
        Rules.Require(from >= actor.At && from <= actor.At.AddYears(2), "Rule_PolicyFrom");
        var newest = await versions.MaxAsync(p => p.Version, cancel);
        Rules.Require(newest == form.Newest, "Rule_PolicyChanged");
        Add(form, newest + 1, note, from, actor);
        if (form.Side == Side.Government)
        {
            await AddRoutesAsync(form.Draft, newest, cancel);
        }
    }

    private void Add(PolicyForm form, int version, string note, DateTime from, Actor actor)
    {
        var draft = form.Draft;
        db.Add(new PolicyVersion
        {
            Side = form.Side,
            Version = version,
            RequestId = form.RequestId,
            PublishedBy = actor.AccountId,
            PublishedAt = actor.At,
            Note = note,
            From = from,
            WarningPercents = Percents.Write(draft.ToPolicy(version).WarningPercents),
            MaxPauses = draft.MaxPauses,
            PauseCapWorkingDays = draft.PauseCapDays,
            ListedWorkingDays = draft.ListedDays,
        });
        db.AddRange(draft.Targets.Select(t => PolicyTargetRow.Of(form.Side, version, t)));
        db.AddRange(draft.Caps.Select(c => PolicyCapRow.Of(form.Side, version, c)));
    }

    // First addresses stay as they are; of the rungs there must be the same ones, or some office's cases would have no way up.
    private async Task AddRoutesAsync(PolicyDraft draft, int newest, CancellationToken cancel)
    {
        var routes = await db.Set<Route>().AsNoTracking().Where(r => r.Version == newest).ToListAsync(cancel);
        var rungs = draft.Rungs.GroupBy(r => (r.Kind, r.From)).ToDictionary(g => g.Key, g => g.Last().To);
        Rules.Require(rungs.Keys.ToHashSet().SetEquals(routes.Where(r => r.Step == RouteStep.Next).Select(r => (r.Kind, r.From))), "Rule_PolicyRungs");
        db.AddRange(routes.Select(r => new Route
        {
            Version = newest + 1, Step = r.Step, Kind = r.Kind, From = r.From, To = r.Step == RouteStep.Next ? rungs[(r.Kind, r.From)] : r.To,
        }));
    }
}
