using OurVoice.Contracts.Host;

namespace OurVoice.Intake.Submit;

/// <summary>One page of the form, ready to be shown.</summary>
public sealed record Wizard
{
    internal Lang Lang { get; init; }

    internal Step Step { get; init; }

    internal Draft Draft { get; init; } = new();

    /// <summary>The hidden field.</summary>
    internal string Sealed { get; init; } = "";

    internal IReadOnlyList<Fault> Faults { get; init; } = [];

    /// <summary>Key of a sentence on top that is no reproach; null for none.</summary>
    internal string? Notice { get; init; }

    internal Steps.FileRoom Room => new() { Draft = Draft, Sealed = Sealed, Fault = FaultOf("file") ?? FaultOf("other") };

    /// <summary>The story of a sent draft that was changed afterwards, which is not stored; empty when another answer was changed; null for none.</summary>
    internal string? Unsent { get; init; }

    /// <summary>An officer takes it in at the desk.</summary>
    internal bool IsAssisted => Draft.TakenInBy is not null;

    internal Fault? FaultOf(string field) => Faults.FirstOrDefault(f => f.Field == field);

    /// <inheritdoc />
    public override string ToString() => Step.ToString();
}
