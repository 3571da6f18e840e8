using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Intake.Receipt;
using OurVoice.Intake.Submit;

namespace OurVoice.Tests.Intake;

/// <summary>Submissions for stories that do not begin at the form.</summary>
internal static class Outgoings
{
    public static Outgoing Support() =>
        new(Guid.NewGuid(), ReceiptCode.New(), Side.Government, new(CaseKind.Support, IntakeHost.Commune, null, null, null, null), Confidential: true)
        {
            Words = new() { Story = "ជួយខ្ញុំ" },
            Identity = new() { Channel = Channel.Sms, Contact = "+85512345678" },
            MayBeTold = Channel.Sms,
        };
}
