using OurVoice.Cases.Acting;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.Referral;

/// <summary>The body whose case it is: "not ours" cannot be said without naming whose.</summary>
internal static class NamedBody
{
    private const int MaxNameClusters = 120;

    /// <exception cref="RuleBroken">Rule_NameTheBody.</exception>
    public static void Set(Case on, string? code, string? name, CaseKey key)
    {
        var body = Bodies.Find(code) ?? throw new RuleBroken("Rule_NameTheBody");
        var typed = Fold.Of(name ?? "").Length > 0 ? Clusters.First(name!.Trim(), MaxNameClusters) : null;
        Rules.Require(body.Code != Bodies.Other || typed is not null, "Rule_NameTheBody");
        on.ReferredTo = body.Code;
        on.ReferredToName = body.Code == Bodies.Other ? key.Seal(Case.ReferredToNameAt(on.Id), typed!) : null;
    }

    /// <summary>The name as the reader of a language sees it; null when the case was not referred.</summary>
    public static string? Of(string? code, byte[]? sealedName, Guid caseId, CaseKey? key, Lang language) =>
        sealedName is null || key is null ? Bodies.Find(code)?.Name(language) : key.Open(Case.ReferredToNameAt(caseId), sealedName);
}
