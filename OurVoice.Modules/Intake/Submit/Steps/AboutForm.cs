using OurVoice.Contracts.Cases;

namespace OurVoice.Intake.Submit.Steps;

/// <summary>Whom a complaint is about: a role from a list; a name only if the citizen wants.</summary>
internal sealed class AboutForm : IStepForm
{
    public const int NameLimit = 60;

    public Step Step => Step.About;

    public Task TakeAsync(Draft draft, Posted form, CancellationToken cancel)
    {
        draft.Role = form.Line("role") ?? draft.Role;
        draft.AccusedName = form.Line("accused") ?? draft.AccusedName;
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<Fault>> CheckAsync(Draft draft, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<Fault>>([
            .. draft.Role is { Length: > 0 } && Read(draft) is null ? [new Fault("role", "About_Unknown")] : Array.Empty<Fault>(),
            .. Limits.Check("accused", draft.AccusedName, NameLimit),
        ]);

    public void Hide(Draft draft) => (draft.Role, draft.AccusedName) = (null, null);

    public static AccusedRole? Read(Draft draft) => Listed.Read<AccusedRole>(draft.Role) is { } role && IsOffered(role, draft.Kind) ? role : null;

    /// <summary>Transparency International is no office of the government, so a complaint cannot be about it.</summary>
    public static bool IsOffered(AccusedRole role, CaseKind kind) =>
        kind == CaseKind.Corruption || role is not (AccusedRole.TiStaff or AccusedRole.TiHead);
}
