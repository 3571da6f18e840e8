using OurVoice.Contracts.Cases;

namespace OurVoice.Cases.Clock;

/// <summary>For which cases a row of a policy is.</summary>
internal interface IPolicyRow
{
    /// <summary>Of what kind.</summary>
    CaseKind Kind { get; }

    /// <summary>About this service only; null for all. Such a row goes before one for all.</summary>
    string? Service { get; }

    /// <summary>On which rung; null for every one.</summary>
    int? Level { get; }
}

/// <summary>How an office may stop the clock to wait for the citizen, in one period (cycle and level).</summary>
/// <param name="Most">How often; 0 for never.</param>
/// <param name="WorkingDays">How long all pauses may last together.</param>
internal readonly record struct PauseLimits(int Most, int WorkingDays);

/// <summary>Limits on pauses that some cases have in place of the version's.</summary>
/// <param name="Kind">For which cases.</param>
/// <param name="Service">About this service only; null for all.</param>
/// <param name="Level">For which rung; null for every one.</param>
/// <param name="Limits">Their limits.</param>
internal sealed record PolicyCap(CaseKind Kind, string? Service, int? Level, PauseLimits Limits) : IPolicyRow;
