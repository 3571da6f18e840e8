using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OurVoice.Cases;
using OurVoice.Cases.Ladder;
using OurVoice.Cases.Transfer;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Intake;
using OurVoice.Contracts.Places;
using OurVoice.Tests.Cases.Ti;
using OurVoice.Tests.Places;
using static OurVoice.Contracts.Places.OfficeKind;

namespace OurVoice.Tests.Cases.Access;

/// <summary>
/// Cases of two districts somewhere in the whole country, sent, climbed, named in, withdrawn and handed over by the product's own acts; people and
/// who stands in for them at random. The log holds what must be true afterwards.
/// </summary>
internal sealed class StoryWorld(CaseWorld world, Random random)
{
    private const int People = 900;
    private readonly List<Guid> _communes = [];
    private readonly List<Guid> _offices = [];
    private StoryPeople _people = null!;

    public StoryLog Log { get; } = new();

    public Facts Facts => new(world.Now, _people.Accounts, _people.Memberships, _people.Deputies, Log.Cases, Log.Seats, Log.Excluded);

    public static async Task<StoryWorld> TellAsync(CaseWorld world, int seed)
    {
        var story = new StoryWorld(world, new Random(seed));
        await Gazetteer.FillAsync(world.Host);
        await story.SettleAsync();
        await story.SendAsync(230);
        world.Time.Advance(TimeSpan.FromDays(2)); // Wednesday: what was sent on Monday is listed
        await story.ClimbAsync(70, MoveReason.Overdue);
        await story.ClimbAsync(50, MoveReason.NotSolved);
        await story.RecuseAsync(100);
        await story.MarkAsync(1_500);
        await story.NameAsync(75, of => of.OfficeId);
        await story.NameAsync(140, _ => story.Any(story._offices));
        await story.HandOverAsync(8);
        await story.TransferAsync(12);
        await story.WithdrawAsync(35);
        await story.SendAsync(40);
        await story.SeatAsync();
        return story;
    }

    // Places anywhere in the country; the people are there from the beginning, at the instants that matter at the end.
    private async Task SettleAsync()
    {
        var offices = world.Host.Services.GetRequiredService<IOffices>();
        foreach (var district in await Gazetteer.DistrictsAsync(world.Host, random, 2))
        {
            var communes = await world.Host.Services.GetRequiredService<IPlaces>().ChildrenAsync(district, default);
            _communes.AddRange(communes.Take(2).Select(c => OfficeIds.Of(CommuneAdministration, c.Code)));
            _offices.AddRange([OfficeIds.Of(DistrictOneWindow, district), OfficeIds.Of(DistrictOmbudsman, district), OfficeIds.Of(ProvincialOmbudsman, district[..2])]);
        }

        _offices.AddRange([.. _communes, OfficeIds.Ministry]);
        foreach (var office in _offices.Append(OfficeIds.TransparencyInternational))
        {
            Assert.NotNull(await offices.FindAsync(office, default));
            await world.JoinAsync("ព្រំ វិចិត្រ", office, MemberRole.Head);
        }

        _people = new StoryPeople(random, world.Now.AddDays(2), _offices, OfficeIds.TransparencyInternational, People);
        await using var db = world.Host.Read();
        db.AddRange(_people.Accounts);
        db.AddRange(_people.Memberships);
        db.AddRange(_people.Deputies);
        await db.SaveChangesAsync();
    }

    private async Task SendAsync(int count)
    {
        var sent = Enumerable.Range(0, count).Select(_ => NewSubmission()).ToList();
        foreach (var some in sent.Chunk(10))
        {
            await DoAsync(a => a.PublishAsync(some));
        }

        var holders = await HoldersAsync();
        foreach (var one in sent)
        {
            await using var db = world.Host.Read();
            var listed = one.Confidential || one.Side == Side.Ti ? holders[one.CaseId].From : world.Now;
            Log.Sent(new(one.CaseId, one.Side, one.Route.AccusedRole == AccusedRole.TiStaff, listed, IsWithdrawn: false), holders[one.CaseId]);
            if (one.Route is { Kind: CaseKind.Complaint, OfficeId: { } office })
            {
                Log.Exclude(one.CaseId, office, account: null);
            }
        }
    }

    private async Task ClimbAsync(int count, MoveReason reason)
    {
        foreach (var some in Some(count, c => c.Side == Side.Government).Chunk(30))
        {
            var went = await world.Host.Runner.RunAsync<StoryActs, Dictionary<Guid, Guid>>(
                world.Citizen(), a => a.ClimbAsync(some.Select(c => c.Id), reason, Actor.System(world.Time)), default);
            foreach (var (id, office) in went)
            {
                Log.Climbed(id, office, world.Now, leavesLatePart: reason == MoveReason.Overdue);
            }
        }
    }

    private async Task RecuseAsync(int count)
    {
        var oracle = new Oracle(Facts);
        var pairs = Some(count, c => _people.Accounts.Any(a => oracle.MayRead(c, a)))
            .Select(c => (Case: c.Id, Account: Any([.. _people.Accounts.Where(a => oracle.MayRead(c, a))]).Id)).ToList();
        foreach (var some in pairs.Chunk(30))
        {
            await DoAsync(a => a.RecuseAsync(some, world.Time));
        }

        foreach (var (id, account) in pairs)
        {
            Log.Exclude(id, office: null, account);
        }

        await FindAsync();
    }

    // Marks on the case without an act: TI's own conflicts make them so, and a former rule may have.
    private async Task MarkAsync(int count)
    {
        await using var db = world.Host.Read();
        var oracle = new Oracle(Facts);
        var readable = Log.Cases.SelectMany(c => _people.Accounts.Where(a => oracle.MayRead(c, a)).Select(a => (Case: c.Id, Account: a.Id))).ToList();
        foreach (var (id, account) in Enumerable.Range(0, count).Select(_ => Any(readable)).Distinct())
        {
            db.Add(new CaseExcluded { CaseId = id, AccountId = account, Reason = ExclusionReason.Accused, Since = PhnomPenh.DateOf(world.Now) });
            Log.Exclude(id, office: null, account);
        }

        await db.SaveChangesAsync();
    }

    private async Task NameAsync(int count, Func<SeatFact, Guid> whom)
    {
        var all = Some(count, c => c.Side == Side.Government)
            .Select(c => new CitizenNamed(c.Id, Guid.NewGuid(), new(whom(Log.HolderOf(c.Id)), null, null, []), world.Citizen())).ToList();
        foreach (var some in all.Chunk(30))
        {
            await DoAsync(a => a.PublishAsync(some));
        }

        foreach (var one in all)
        {
            Log.Exclude(one.CaseId, one.Named.OfficeId, account: null);
        }

        await FindAsync();
    }

    private async Task HandOverAsync(int count)
    {
        var keys = world.Host.Services.GetRequiredService<ICaseKeys>();
        await using var db = world.Host.Read();
        var open = await db.Set<Case>().Where(c => c.Kind == CaseKind.Complaint && c.Side == Side.Government && c.State != CaseState.Closed).Select(c => c.Id).ToListAsync();
        var oracle = new Oracle(Facts);
        foreach (var one in Some(count, c => open.Contains(c.Id) && _people.Accounts.Any(a => oracle.MayHold(c, a))))
        {
            using var key = await keys.CreateAsync(one.Id, Side.Government, default);
            await world.HandOverAsync(_people.Accounts.First(a => oracle.MayHold(one, a)).Id, one.Id);
            Log.BecameTis(one.Id);
        }

        await FindAsync();
    }

    private async Task TransferAsync(int count)
    {
        var (keys, choices) = (world.Host.Services.GetRequiredService<ICaseKeys>(), world.Host.Services.GetRequiredService<TransferChoices>());
        var (oracle, done) = (new Oracle(Facts), 0);
        foreach (var one in Some(Log.Cases.Count, c => c.Side == Side.Government).TakeWhile(_ => done < count))
        {
            if (_people.Accounts.FirstOrDefault(a => oracle.MayHold(one, a)) is { } who
                && (await choices.FindAsync(one.Id, world.As(who.Id), default)).Beside is [.., var office])
            {
                using var key = await keys.CreateAsync(one.Id, Side.Government, default);
                await world.TransferAsync(who.Id, one.Id, office.Id);
                done++;
            }
        }

        Assert.Equal(count, done);
        await FindAsync();
    }

    private async Task WithdrawAsync(int count)
    {
        var all = Some(count, _ => true).ToList();
        await DoAsync(a => a.PublishAsync(all.Select(c => new SubmissionWithdrawn(c.Id, world.Citizen()))));
        all.ForEach(c => Log.Withdrawn(c.Id));
    }

    private SubmissionSent NewSubmission()
    {
        var (kind, about) = random.Next(20) switch
        {
            < 8 => (CaseKind.Complaint, Any(_communes)),
            < 14 => (CaseKind.Support, Any(_offices.FindAll(o => o != OfficeIds.Ministry))),
            _ => (CaseKind.Corruption, (Guid?)null),
        };
        var role = kind == CaseKind.Corruption && Once(2) ? AccusedRole.TiStaff : (AccusedRole?)null;
        var side = kind == CaseKind.Corruption ? Side.Ti : Side.Government;
        return new(Guid.NewGuid(), side, new(kind, "020101", about, null, role, null), Confidential: kind != CaseKind.Support, Lang.Km, null, null, world.Citizen());
    }

    // A case that went to TI for want of anybody else has changed its side as well.
    private async Task FindAsync()
    {
        foreach (var seat in (await HoldersAsync()).Values)
        {
            if (seat.OfficeId == OfficeIds.TransparencyInternational && Log.HolderOf(seat.CaseId).OfficeId != seat.OfficeId)
            {
                Log.BecameTis(seat.CaseId);
            }

            Log.FoundAt(seat);
        }
    }

    // A new case is hidden twice, by its own day and by its seat's: here by its own alone.
    private async Task SeatAsync()
    {
        await using var db = world.Host.Read();
        var hidden = Log.Cases.Where(c => c.ListedFrom > world.Now).Select(c => c.Id).ToHashSet();
        foreach (var seat in await db.Set<CaseOffice>().Where(o => hidden.Contains(o.CaseId)).ToListAsync())
        {
            db.Entry(seat).Property(o => o.From).CurrentValue = world.Now;
            Log.Seated(seat.CaseId, world.Now);
        }

        await db.SaveChangesAsync();
    }

    private async Task<Dictionary<Guid, SeatFact>> HoldersAsync() =>
        (await world.RowsAsync<CaseOffice>(o => o.Part == Part.Holds && o.To == null))
            .ToDictionary(o => o.CaseId, o => new SeatFact(o.CaseId, o.OfficeId, Holds: true, o.From, HasEnded: false));

    private Task DoAsync(Func<StoryActs, Task> act) => world.Host.Runner.RunAsync(world.Citizen(), act, default);

    private IEnumerable<CaseFact> Some(int count, Func<CaseFact, bool> which) => Log.Cases.Where(which).OrderBy(_ => random.Next()).Take(count).ToList();

    private bool Once(int in1) => random.Next(in1) == 0;

    private T Any<T>(IReadOnlyList<T> of) => of[random.Next(of.Count)];
}
