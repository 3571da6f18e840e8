using MediatR;
using Microsoft.Extensions.DependencyInjection;
using OurVoice.Cases.Timeline;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;
using OurVoice.Tests.Cases;
using OurVoice.Tests.Cases.Ti;
using OurVoice.Tests.Databases;
using OurVoice.Tests.Places;
using OurVoice.Web.Audit;
using static OurVoice.Contracts.Places.OfficeKind;

namespace OurVoice.Tests.Audit;

/// <summary>The row "handed to TI" stands if and only if the case was handed over.</summary>
public sealed class HandOverRowTests
{
    [Theory, EveryDatabase]
    public async Task A_hand_over_that_is_refused_is_not_noted_as_done_and_one_that_is_done_is_noted_once(string provider)
    {
        await using var world = await CaseWorld.StartAsync(provider);
        var (bopha, dara) = (await world.JoinAsync("ជា បុប្ផា", DistrictOmbudsman), await world.JoinAsync("សុខ ដារា", CommuneAdministration));
        var id = await world.SendAsync(CaseKind.Complaint, CaseWorld.Office(CommuneAdministration));
        await Desk.BreaksAsync("Rule_TiCannotTake", () => world.HandOverAsync(bopha, id));
        await world.JoinAsync("Chea Lina", TransparencyInternational);
        await Desk.BreaksAsync("Rule_NotSure", () => world.HandOverAsync(bopha, id, isSure: false));
        await Desk.BreaksAsync("Rule_Empty", () => world.HandOverAsync(bopha, id, words: " "));
        await Desk.BreaksAsync("Rule_ChangedMeanwhile", () => world.HandOverAsync(bopha, id, version: 99));
        await Desk.BreaksAsync("NotFound", () => world.HandOverAsync(dara, id));
        await Desk.BreaksAsync("NotFound", () => world.HandOverAsync(bopha, Guid.NewGuid(), version: 1));
        Assert.Empty(await RowsAsync(world));

        var (request, version) = (Guid.NewGuid(), await world.VersionAsync(id));
        var tries = new[] { request, request, Guid.NewGuid() }.Select(r => Task.Run(() => world.HandOverAsync(bopha, id, version: version, request: r))).ToArray();
        await Task.WhenAll(tries.Select(async t => await Record.ExceptionAsync(() => t)));
        await Desk.BreaksAsync("NotFound", () => world.HandOverAsync(bopha, id));
        var row = Assert.Single(await RowsAsync(world));
        Assert.Equal((AuditAct.HandedOver, bopha, id), (row.Act, row.AccountId, row.CaseId!.Value));
    }

    [Fact]
    public async Task When_a_listener_fails_nothing_was_handed_over_and_nothing_is_noted()
    {
        await using var world = await CaseWorld.StartAsync(also: s => s.AddScoped<INotificationHandler<CaseHandedToTi>, Crash>());
        var bopha = await world.JoinAsync("ជា បុប្ផា", DistrictOmbudsman);
        await world.JoinAsync("Chea Lina", TransparencyInternational);
        var id = await world.SendAsync(CaseKind.Complaint, CaseWorld.Office(CommuneAdministration));
        await Assert.ThrowsAsync<InvalidOperationException>(() => world.HandOverAsync(bopha, id));
        Assert.Empty(await RowsAsync(world));
        Assert.DoesNotContain(await world.EntriesAsync(id), e => e.Kind == EntryKind.HandedToTi);
    }

    [Theory, EveryDatabase]
    public async Task Rows_of_acts_and_of_openings_make_one_chain_whoever_writes_first(string provider)
    {
        await using var world = await CaseWorld.StartAsync(provider);
        var bopha = await world.JoinAsync("ជា បុប្ផា", DistrictOmbudsman);
        await world.JoinAsync("Chea Lina", TransparencyInternational);
        var audit = world.Host.Services.GetRequiredService<IAudit>();
        var all = new List<Task>();
        for (var i = 0; i < 6; i++)
        {
            var id = await world.SendAsync(CaseKind.Complaint, CaseWorld.Office(CommuneAdministration));
            all.Add(Task.Run(() => world.HandOverAsync(bopha, id)));
            all.Add(Task.Run(() => audit.NoteAsync(new(AuditAct.CaseOpened, world.As(bopha), id), default)));
        }

        await Task.WhenAll(all);
        Assert.Equal(12, (await RowsAsync(world)).Count);
        await world.Host.Services.GetServices<ISweep>().Single(s => s.Name == "audit-heads").RunAsync(default);
        Assert.Equal(0, (await world.Host.CallAsync("audit verify", "gov")).Exit);
    }

    private static Task<List<GovernmentAuditRow>> RowsAsync(CaseWorld world) => world.RowsAsync<GovernmentAuditRow>(_ => true);

    private sealed class Crash : INotificationHandler<CaseHandedToTi>
    {
        public Task Handle(CaseHandedToTi notification, CancellationToken cancellationToken) => throw new InvalidOperationException("crash");
    }
}
