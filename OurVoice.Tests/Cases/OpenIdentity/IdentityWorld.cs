using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OurVoice.Cases;
using OurVoice.Cases.OpenIdentity;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Intake;
using OurVoice.Contracts.Places;
using OurVoice.Intake.Receipt;
using OurVoice.Intake.Submissions;
using OurVoice.Intake.Submit;

namespace OurVoice.Tests.Cases.OpenIdentity;

/// <summary>Cases whose citizens left a name and a number in the box.</summary>
internal static class IdentityWorld
{
    public const string Name = "ចាន់ សុខា";
    public const string Contact = "+85512345678";

    public static async Task<Guid> SendNamedAsync(this CaseWorld world, CaseKind kind, OfficeKind about)
    {
        var route = new RouteQuestion(kind, CaseWorld.Commune, CaseWorld.Office(about), ServiceCode: null, AccusedRole: null, AccusedName: null);
        var outgoing = new Outgoing(Guid.NewGuid(), ReceiptCode.New(), Side.Government, route, Confidential: true)
        {
            Words = new SubmissionWords { Story = "រឿង", IdentityGiven = true },
            Identity = new Identity { Name = Name, Channel = Channel.Sms, Contact = Contact },
        };
        Assert.Equal(SendOutcome.Received, await world.Host.Services.GetRequiredService<Sending>().SendAsync(world.Citizen(), outgoing, default));
        return outgoing.Id;
    }

    public static Task<CitizenIdentity?> OpenAsync(this CaseWorld world, Guid account, Guid id, IdentityReason? reason = IdentityReason.Reach, Guid? request = null) =>
        world.Host.Services.GetRequiredService<IdentityDoor>().OpenAsync(new(id, request ?? Guid.NewGuid(), reason), world.As(account), default);

    /// <summary>"open", or the rule that refused; the offer on the page must say the same.</summary>
    public static async Task<string> TryAsync(this CaseWorld world, Guid account, Guid id)
    {
        var offered = await world.Host.Services.GetRequiredService<IdentityDoor>().MayOpenAsync(id, world.As(account), default);
        try
        {
            var opened = await world.OpenAsync(account, id);
            Assert.Equal((Name, Contact), (opened!.Name, opened.Contact));
            Assert.True(offered);
            return "open";
        }
        catch (RuleBroken broken)
        {
            Assert.False(offered);
            return broken.Rule;
        }
    }

    /// <summary>As if routing had brought the case there.</summary>
    public static async Task HoldAtAsync(this CaseWorld world, Guid id, Guid office)
    {
        await using var db = world.Host.Read();
        await db.Set<CaseOffice>().Where(o => o.CaseId == id && o.Part == Part.Holds).ExecuteUpdateAsync(set => set.SetProperty(o => o.OfficeId, office), default);
    }
}
