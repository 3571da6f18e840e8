using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Intake.Files;
using OurVoice.Intake.Receipt;
using OurVoice.Intake.Submissions;

namespace OurVoice.Intake.Submit;

/// <summary>A checked submission in clear, in memory only. It never prints itself.</summary>
internal sealed record Outgoing(Guid Id, ReceiptCode Code, Side Side, RouteQuestion Route, bool Confidential)
{
    public required SubmissionWords Words { get; init; }

    public StatisticsAnswers Statistics { get; init; } = new();

    /// <summary>Name and contact; the instant is set when it is sealed.</summary>
    public Identity Identity { get; init; } = new();

    /// <summary>The channel on which to tell of an answer, or null.</summary>
    public Channel? MayBeTold { get; init; }

    public IReadOnlyList<StagedFile> Files { get; init; } = [];

    /// <summary>Taken in by an officer.</summary>
    public bool Assisted { get; init; }

    public override string ToString() => Id.ToString();
}
