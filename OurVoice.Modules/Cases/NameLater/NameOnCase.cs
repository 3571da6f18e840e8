using OurVoice.Cases.Acting;
using OurVoice.Cases.Exclude;
using OurVoice.Cases.Timeline;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Intake;

namespace OurVoice.Cases.NameLater;

/// <param name="CaseId">The case.</param>
/// <param name="RequestId">See <see cref="CaseForm"/>.</param>
/// <param name="Version">See <see cref="CaseForm"/>.</param>
/// <param name="OfficeId">An office of the government, or null.</param>
/// <param name="Role">A role, or null.</param>
/// <param name="Name">A name as typed, or null.</param>
internal sealed record NameLaterForm(Guid CaseId, Guid RequestId, int Version, Guid? OfficeId, AccusedRole? Role, string? Name)
    : CaseForm(CaseId, RequestId, Version);

/// <summary>An officer learned that the case is about somebody else as well; that may be the officer's own office.</summary>
internal sealed class NameOnCase(CaseWork work, Excluding excluding) : IAction
{
    public const int MaxNameClusters = 60;

    /// <param name="form">Who.</param>
    /// <param name="names">Names given so far, opened before the runner.</param>
    /// <param name="key">The case's key.</param>
    /// <param name="actor">The officer, now.</param>
    /// <param name="cancel">Ends the queries.</param>
    /// <exception cref="RuleBroken">Rule_NameSomebody, Rule_NameTooLong, Rule_NoSuchOffice.</exception>
    public async Task ExecuteAsync(NameLaterForm form, IReadOnlyList<Unlogged> names, CaseKey key, Actor actor, CancellationToken cancel)
    {
        if (await work.HoldAsync(form, actor, cancel) is not { } held)
        {
            return;
        }

        var name = Clusters.IsBlank(form.Name) ? null : form.Name!.Trim();
        Rules.Require(name is null || (name.Length <= MaxNameClusters * 20 && Clusters.Count(name) <= MaxNameClusters), "Rule_NameTooLong");
        work.Write(held, form, EntryKind.NamedLater, actor);
        var named = new NamedPerson(
            form.OfficeId, form.Role, name is null ? null : key.Seal(AccusedName.At(form.CaseId, form.RequestId), name),
            name is null ? names : [.. names, new Unlogged(name)]);
        await excluding.NameAsync(held, form.RequestId, named, PhnomPenh.DateOf(actor.At), actor, cancel);
    }
}
