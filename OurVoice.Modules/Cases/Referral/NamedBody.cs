using OurVoice.Contracts.Host;

namespace OurVoice.Cases.Referral;

/// <summary>The body whose case it is: "not ours" cannot be said without naming whose.</summary>
internal static class NamedBody
{
    /// <exception cref="RuleBroken">Rule_NameTheBody.</exception>
    public static void Set(Case on, string? code, string? name, CaseKey key)
    {
        var (body, typed) = new ChosenBody(code, name).Read();
        on.ReferredTo = body;
        on.ReferredToName = typed is null ? null : key.Seal(Case.ReferredToNameAt(on.Id), typed);
    }

    /// <summary>The name as the reader of a language sees it; null when the case was not referred.</summary>
    public static string? Of(string? code, byte[]? sealedName, Guid caseId, CaseKey? key, Lang language) =>
        sealedName is null || key is null ? Bodies.Find(code)?.Name(language) : key.Open(Case.ReferredToNameAt(caseId), sealedName);
}
