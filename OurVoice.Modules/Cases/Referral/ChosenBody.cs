using OurVoice.Cases.Acting;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.Referral;

/// <summary>A body as a form of the desk names it.</summary>
/// <param name="Code">One of <see cref="Bodies.All"/>.</param>
/// <param name="Name">As typed, for <see cref="Bodies.Other"/> only.</param>
internal sealed record ChosenBody(string? Code, string? Name)
{
    private const int MaxNameClusters = 120;

    /// <exception cref="RuleBroken">Rule_NameTheBody.</exception>
    public (string Code, string? Name) Read()
    {
        var body = Bodies.Find(Code) ?? throw new RuleBroken("Rule_NameTheBody");
        var typed = Fold.Of(Name ?? "").Length > 0 ? Clusters.First(Name!.Trim(), MaxNameClusters) : null;
        Rules.Require(body.Code != Bodies.Other || typed is not null, "Rule_NameTheBody");
        return (body.Code, body.Code == Bodies.Other ? typed : null);
    }

    public override string ToString() => Code ?? "-";
}
