using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;

namespace OurVoice.Cases.IdentityWeeks;

internal static class HeadOfTi
{
    public static bool Is(DeskIdentity who) =>
        who.Side == Side.Ti && who.Memberships.Any(m => m.OfficeId == OfficeIds.TransparencyInternational && m.Role == MemberRole.Head);
}
