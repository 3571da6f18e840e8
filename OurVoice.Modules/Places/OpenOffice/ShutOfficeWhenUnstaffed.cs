using MediatR;
using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;

namespace OurVoice.Places.OpenOffice;

/// <summary>An office whose last member leaves is not open, in the transaction that ends the membership.</summary>
internal sealed class ShutOfficeWhenUnstaffed(OurVoiceDb db) : INotificationHandler<OfficeUnstaffed>
{
    public async Task Handle(OfficeUnstaffed notification, CancellationToken cancellationToken)
    {
        if (await db.Set<Office>().SingleOrDefaultAsync(o => o.Id == notification.OfficeId, cancellationToken) is { State: OfficeState.Open } office)
            office.Become(OfficeState.NotOpen);
    }
}
