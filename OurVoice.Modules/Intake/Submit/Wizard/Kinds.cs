using OurVoice.Contracts.Cases;

namespace OurVoice.Intake.Submit;

/// <summary>The kinds as words of the address: complaint, support, information, corruption.</summary>
internal static class Kinds
{
    public static CaseKind? Read(string? word) => word switch
    {
        "complaint" => CaseKind.Complaint,
        "support" => CaseKind.Support,
        "information" => CaseKind.Information,
        "corruption" => CaseKind.Corruption,
        _ => null,
    };

    public static string Word(CaseKind kind) => kind switch
    {
        CaseKind.Complaint => "complaint",
        CaseKind.Support => "support",
        CaseKind.Information => "information",
        CaseKind.Corruption => "corruption",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, message: null),
    };
}
