using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;
using OurVoice.Tests.Cases;
using OurVoice.Web.Outbox;
using OurVoice.Web.Outbox.ByWebhook;

namespace OurVoice.Tests.Outbox;

/// <summary>What a system of the Ministry hears of climbs.</summary>
public sealed class WebhookTests
{
    [Fact]
    public async Task A_climb_is_told_once_without_the_case_and_of_TIs_cases_nothing()
    {
        await using var ministry = await Gateway.StartAsync();
        await using var world = await WorldAsync(new WebhookSettings(new Uri(ministry.Address), new byte[32]));
        var (id, from, to) = (Guid.NewGuid(), CaseWorld.Office(OfficeKind.CommuneAdministration), CaseWorld.Office(OfficeKind.DistrictOneWindow));
        await world.PublishAsync(new CaseMovedUp(id, from, to, 1, 1, world.Citizen()));
        await world.PublishAsync(new CaseMovedUp(id, from, to, 1, 1, world.Citizen()));
        await world.PublishAsync(new CaseMovedUp(id, to, CaseWorld.Office(OfficeKind.Ministry), 1, 2, world.Citizen()));
        await world.PublishAsync(new CaseMovedUp(Guid.NewGuid(), OfficeIds.TransparencyInternational, OfficeIds.TransparencyInternational, 1, 1, world.Citizen()));
        await world.PublishAsync(new CaseMovedUp(Guid.NewGuid(), from, OfficeIds.TransparencyInternational, 1, 1, world.Citizen()));
        await Postman.SendAsync(world);
        Assert.Equal(2, ministry.Asked.Count);
        await using var db = world.Host.Read();
        var told = await db.Set<GovernmentOutboxRow>().ToListAsync();
        Assert.Equal(
            told.Select(r => $$"""{"id":"{{r.MessageId:N}}","event":"CaseClimbed"}""").Order(StringComparer.Ordinal),
            ministry.Asked.Select(a => a.Body).Order(StringComparer.Ordinal));
        Assert.All(told, r => Assert.Equal((OutboxState.Sent, (Guid?)null, (Guid?)null), (r.State, r.CaseId, r.AccountId)));
    }

    [Fact]
    public async Task Where_nobody_listens_no_row_is_written()
    {
        await using var world = await WorldAsync(webhook: null);
        await world.PublishAsync(new CaseMovedUp(Guid.NewGuid(), CaseWorld.Office(OfficeKind.CommuneAdministration), CaseWorld.Office(OfficeKind.Ministry), 1, 1, world.Citizen()));
        await using var db = world.Host.Read();
        Assert.False(await db.Set<GovernmentOutboxRow>().AnyAsync());
    }

    private static Task<CaseWorld> WorldAsync(WebhookSettings? webhook) => CaseWorld.StartAsync(also: s =>
        s.Replace(ServiceDescriptor.Singleton(new Ways(Mail: null, Sms: null, Telegram: null, webhook, HasMailbox: true))));
}
