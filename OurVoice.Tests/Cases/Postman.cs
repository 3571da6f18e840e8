using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OurVoice.Contracts.Host;
using OurVoice.Web.Jobs;
using OurVoice.Web.Outbox;

namespace OurVoice.Tests.Cases;

/// <summary>Carries what the outbox sends and remembers when; also citizens' notices, to an address made of the case.</summary>
internal sealed class Postman : IChannelSender, ICitizenContacts
{
    private readonly List<(string Address, string Subject, DateTime At)> _carried = [];

    private TimeProvider _time = TimeProvider.System;

    public static string AddressOf(Guid id) => $"{id:N}@example.org";

    /// <summary>A world whose outbox he empties.</summary>
    public static async Task<(CaseWorld World, Postman Postman)> StartAsync(string provider = "Sqlite", bool demo = true)
    {
        var postman = new Postman();
        var world = await CaseWorld.StartAsync(provider, demo, s => s
            .Replace(ServiceDescriptor.Singleton<IChannelSender>(postman)).Replace(ServiceDescriptor.Singleton<ICitizenContacts>(postman)));
        postman._time = world.Time;
        return (world, postman);
    }

    /// <summary>Every hour and a half, also at the opening at 7:30, the ladder and the sender.</summary>
    public static async Task WalkAsync(CaseWorld world, DateTimeOffset until)
    {
        for (; world.Time.GetUtcNow() < until; world.Time.Advance(TimeSpan.FromMinutes(90)))
        {
            await world.SweepAsync();
            await SendAsync(world);
        }
    }

    public static async Task SendAsync(CaseWorld world)
    {
        await world.Host.Services.GetRequiredService<Sweeping>().RunAsync("outbox", default);
        await world.Host.Services.GetRequiredService<Sweeping>().RunAsync("outbox-ti", default);
    }

    /// <summary>When he came to this account, or to the citizen of this case; local time.</summary>
    public List<string> To(Guid id) =>
        [.. _carried.Where(c => c.Address == AddressOf(id)).Select(c => PhnomPenh.ToLocal(c.At).ToString("MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture))];

    public Task<SendResult> SendAsync(OutgoingMessage message, CancellationToken cancel)
    {
        lock (_carried)
        {
            _carried.Add((message.Address, message.Subject, _time.GetUtcNow().UtcDateTime));
        }

        return Task.FromResult(SendResult.Good);
    }

    public Task<string?> FindAsync(Guid caseId, Channel channel, CancellationToken cancel) => Task.FromResult<string?>(AddressOf(caseId));
}
