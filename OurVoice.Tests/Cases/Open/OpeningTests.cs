using MediatR;
using Microsoft.Extensions.DependencyInjection;
using OurVoice.Cases;
using OurVoice.Cases.Clock;
using OurVoice.Cases.Routing;
using OurVoice.Cases.Timeline;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Intake;
using OurVoice.Contracts.Places;
using OurVoice.Tests.Databases;

namespace OurVoice.Tests.Cases.Open;

public sealed class OpeningTests
{
    [Theory, EveryDatabase]
    public async Task A_request_for_support_stands_in_the_list_of_the_office_asked_with_its_dates(string provider)
    {
        await using var world = await CaseWorld.StartAsync(provider);
        var dara = await world.JoinAsync("សុខ ដារា", OfficeKind.CommuneAdministration);
        var id = await world.SendAsync(CaseKind.Support, CaseWorld.Office(OfficeKind.CommuneAdministration));

        var opened = await world.CaseAsync(id);
        Assert.Equal((CaseState.Received, 1, 0, RouteReason.OfficeAsked), (opened.State, opened.Cycle, opened.Level, opened.RouteReason));
        Assert.Matches("^[0-9]{10}$", opened.Number);
        Assert.Equal(new DateTime(2026, 6, 15, 2, 0, 0, DateTimeKind.Utc), opened.DueAt); // ten working days, Monday 9:00 to Monday 9:00
        Assert.Equal(opened.DueAt, opened.PromisedDueAt);
        Assert.Equal(CaseWorld.Office(OfficeKind.CommuneAdministration), await world.HolderAsync(id));
        Assert.Equal([EntryKind.Received], (await world.EntriesAsync(id)).Select(e => e.Kind));
        Assert.Single(await world.RowsAsync<ClockSegment>(s => s.CaseId == id));
        Assert.Contains("ខេត្តបាត់ដំបង", opened.PlaceNameKm, StringComparison.Ordinal);
        await world.AcknowledgeAsync(dara, id);
    }

    [Fact]
    public async Task A_complaint_is_listed_at_the_next_opening_and_no_column_tells_the_hour()
    {
        await using var world = await CaseWorld.StartAsync(demo: false);
        var judge = await world.JoinAsync("មាស សុភា", OfficeKind.DistrictOmbudsman);
        var id = await world.SendAsync(CaseKind.Complaint, CaseWorld.Office(OfficeKind.CommuneAdministration));

        var opened = await world.CaseAsync(id);
        Assert.True(opened.Confidential);
        Assert.Equal(new DateTime(2026, 6, 2, 0, 30, 0, DateTimeKind.Utc), opened.ListedFrom); // Tuesday 7:30
        Assert.Equal(new DateOnly(2026, 6, 2), opened.ReceivedOn);
        Assert.All(await world.EntriesAsync(id), e => Assert.Equal(opened.ListedFrom, e.At));
        await Desk.BreaksAsync("NotFound", () => world.AcknowledgeAsync(judge, id));
        world.MoveTo(opened.ListedFrom);
        await world.AcknowledgeAsync(judge, id);
    }

    [Fact]
    public async Task Sent_twice_it_is_opened_once()
    {
        await using var world = await CaseWorld.StartAsync();
        await world.JoinAsync("សុខ ដារា", OfficeKind.CommuneAdministration);
        var id = await world.SendAsync(CaseKind.Support);
        var again = new RouteQuestion(CaseKind.Support, CaseWorld.Commune, null, null, null, null);
        await world.PublishAsync(new SubmissionSent(id, Side.Government, again, false, Lang.Km, null, null, world.Citizen()));
        Assert.Single(await world.EntriesAsync(id));
        Assert.Single(await world.RowsAsync<CaseOffice>(o => o.CaseId == id));
    }

    [Theory, EveryDatabase]
    public async Task When_another_listener_fails_nothing_is_written(string provider)
    {
        await using var world = await CaseWorld.StartAsync(
            provider, also: s => s.AddScoped<INotificationHandler<CaseOpened>, Crash>());
        await world.JoinAsync("សុខ ដារា", OfficeKind.CommuneAdministration);
        await Assert.ThrowsAsync<InvalidOperationException>(() => world.SendAsync(CaseKind.Support));
        Assert.Empty(await world.RowsAsync<Case>(_ => true));
        Assert.Empty(await world.RowsAsync<Entry>(_ => true));
        Assert.Empty(await world.RowsAsync<CaseOffice>(_ => true));
        Assert.Empty(await world.RowsAsync<ClockSegment>(_ => true));
    }

    [Fact]
    public async Task A_complaint_keeps_the_accused_office_and_excludes_it()
    {
        await using var world = await CaseWorld.StartAsync();
        await world.JoinAsync("មាស សុភា", OfficeKind.DistrictOmbudsman);
        var chief = await world.JoinAsync("កែវ វុទ្ធី", OfficeKind.CommuneAdministration);
        var commune = CaseWorld.Office(OfficeKind.CommuneAdministration);
        var id = await world.SendAsync(CaseKind.Complaint, commune, accused: "កែវ វុទ្ធី");
        Assert.Equal([commune], (await world.RowsAsync<CaseExcluded>(x => x.CaseId == id)).Select(x => x.OfficeId));
        var accused = Assert.Single(await world.RowsAsync<CaseAccused>(a => a.CaseId == id));
        Assert.Equal(commune, accused.OfficeId);
        Assert.NotNull(accused.Name);
        await Desk.BreaksAsync("NotFound", () => world.AcknowledgeAsync(chief, id));
    }

    private sealed class Crash : INotificationHandler<CaseOpened>
    {
        public Task Handle(CaseOpened notification, CancellationToken cancellationToken) => throw new InvalidOperationException("crash");
    }
}
