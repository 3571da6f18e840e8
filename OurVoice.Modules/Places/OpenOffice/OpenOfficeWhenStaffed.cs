using MediatR;
using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;

namespace OurVoice.Places.OpenOffice;

/// <summary>An office opens with its first member, in the transaction that adds the membership.</summary>
internal sealed class OpenOfficeWhenStaffed(OurVoiceDb db) : INotificationHandler<OfficeStaffed>
{
    public async Task Handle(OfficeStaffed notification, CancellationToken cancellationToken)
    {
        var office = await db.Set<Office>().SingleOrDefaultAsync(o => o.Id == notification.OfficeId, cancellationToken)
            ?? throw new RuleBroken("Rule_OfficeUnknown");
        if (office.State == OfficeState.Closed)
            throw new RuleBroken("Rule_OfficeClosed");
        if (office.State == OfficeState.NotOpen)
            office.Become(OfficeState.Open);
    }
}
