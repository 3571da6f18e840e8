using OurVoice.Cases;
using OurVoice.Cases.Clock;
using OurVoice.Cases.Ladder;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Tests.Databases;
using OurVoice.Web.Outbox;
using static OurVoice.Contracts.Places.OfficeKind;

namespace OurVoice.Tests.Cases.Ladder;

/// <summary>
/// The scheduler was off for ten days; one run puts it right. In reduced size: 40 cases of four communes and two districts, which
/// begin one after the other so that some were due before, many within, and some after the outage. The full size is in the bench.
/// </summary>
public sealed class CatchUpTests
{
    private const int Cases = 40;

    [Theory, EveryDatabase]
    public async Task After_ten_days_off_one_run_brings_every_case_to_its_level_and_one_digest_to_whom_it_concerns(string provider)
    {
        var (world, post) = await Postman.StartAsync(provider);
        await using var ending = world;
        var people = await PeopleAsync(world);
        var ids = await SendAsync(world);
        await world.CloseAsync(people.Concerned[0], ids[^4]);
        world.Time.MoveTo(Local(6, 15, 9)); // until now the ladder ran
        await Postman.WalkAsync(world, Local(6, 15, 9, 30));
        var before = ids.ToDictionary(id => id, id => world.CaseAsync(id).Result);
        var told = people.All.ToDictionary(p => p, p => post.To(p).Count);

        world.Time.MoveTo(Local(6, 25, 10, 30)); // nothing was due within the last hour
        await world.SweepAsync();
        Assert.Equal(default, await world.SweepAsync());
        var moves = (await world.RowsAsync<Move>(_ => true)).ToLookup(m => m.CaseId);
        foreach (var id in ids)
        {
            // The plain rule: due at the commune before now, then up once, from the true instant; the district has not had it for two days.
            var (was, now) = (before[id], await world.CaseAsync(id));
            var climbs = was.Level == 0 && was.DueAt <= world.Now && was.State != CaseState.Closed;
            Assert.Equal(was.Level + (climbs ? 1 : 0), now.Level);
            Assert.True(climbs ? moves[id].Single(m => m.Level == 1).At == was.DueAt : moves[id].Count() == was.Level);
            Assert.True(now.NextEventAt is null || now.NextEventAt > world.Now);
            if (climbs)
            {
                Assert.True(now.DueAt >= Local(6, 29, 10, 30).UtcDateTime, "blamed for days in which it did not have the case");
                var period = (await world.RowsAsync<ClockSegment>(s => s.CaseId == id && s.Level == 1)).Single();
                Assert.Equal((was.DueAt!.Value, world.Now), (period.From, period.ListedAt));
            }
        }

        Assert.Contains(ids, id => before[id].Level == 1);
        Assert.Contains(ids, id => before[id] is { Level: 0, State: not CaseState.Closed, DueAt: { } due } && due <= world.Now);
        Assert.Contains(ids, id => before[id].DueAt > world.Now);

        // Nothing goes out before the offices open on the next day, then one digest and nothing else.
        await Postman.SendAsync(world);
        Assert.All(people.All, p => Assert.Equal(told[p], post.To(p).Count));
        world.Time.MoveTo(Local(6, 26, 7, 30));
        await Postman.SendAsync(world);
        Assert.All(people.Concerned, p => Assert.Equal(["06-26 07:30"], post.To(p).Skip(told[p])));
        Assert.All(people.Others, p => Assert.Equal(told[p], post.To(p).Count));
        Assert.Empty(await world.RowsAsync<GovernmentOutboxRow>(r => r.Template == Templates.OfficerCaseClimbed && r.State == OutboxState.Queued));
    }

    /// <summary>In each commune somebody, in the first a head with a colleague who has no case; in each district the same; and two to whom nothing comes.</summary>
    private static async Task<People> PeopleAsync(CaseWorld world)
    {
        var (concerned, others) = (new List<Guid>(), new List<Guid>());
        foreach (var commune in Communes)
        {
            concerned.Add(await world.JoinAsync($"សុខ {commune}", Office(CommuneAdministration, commune), commune == Communes[0] ? MemberRole.Head : MemberRole.Officer));
        }

        others.Add(await world.JoinAsync("លី សុវណ្ណ", Office(CommuneAdministration, Communes[0])));

        foreach (var district in Communes.Select(c => c[..4]).Distinct(StringComparer.Ordinal))
        {
            concerned.Add(await world.JoinAsync($"កែវ {district}", Office(DistrictOneWindow, district), MemberRole.Head));
            others.Add(await world.JoinAsync($"ហេង {district}", Office(DistrictOneWindow, district)));
        }

        others.Add(await world.JoinAsync("ជា បុប្ផា", Office(CommuneAdministration, "020105")));
        others.Add(await world.JoinAsync("ចាន់ ធីតា", ProvincialOneWindow, MemberRole.Head));
        return new(concerned, others);
    }

    private static async Task<List<Guid>> SendAsync(CaseWorld world)
    {
        var ids = new List<Guid>();
        for (var i = 0; i < Cases; i++)
        {
            world.Time.MoveTo(Local(6, 1, 9).AddHours(i * 8)); // over thirteen days, at night too
            var commune = Communes[i % Communes.Length];
            ids.Add(await world.SendAsync(CaseKind.Support, Office(CommuneAdministration, commune), place: commune));
        }

        return ids;
    }

    private static readonly string[] Communes = ["020101", "020102", "020301", "020302"];

    private static Guid Office(OurVoice.Contracts.Places.OfficeKind kind, string place) => OurVoice.Contracts.Places.OfficeIds.Of(kind, place);

    private static DateTimeOffset Local(int month, int day, int hour, int minute = 0) => new(2026, month, day, hour, minute, 0, TimeSpan.FromHours(7));

    private sealed record People(IReadOnlyList<Guid> Concerned, IReadOnlyList<Guid> Others)
    {
        public IEnumerable<Guid> All => Concerned.Concat(Others);
    }
}
