using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.PolicyStore;

/// <summary>Whose rules of time hold for a kind; Transparency International's rows for corruption hold for whatever it has.</summary>
internal static class PolicySides
{
    public static Side Of(CaseKind kind) => kind == CaseKind.Corruption ? Side.Ti : Side.Government;

    public static IEnumerable<CaseKind> KindsOf(Side side) => Enum.GetValues<CaseKind>().Where(k => Of(k) == side);
}
