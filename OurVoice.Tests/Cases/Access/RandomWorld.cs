using OurVoice.Cases;
using OurVoice.Cases.Routing;
using OurVoice.Cases.Staffing;
using OurVoice.Cases.Timeline;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;

namespace OurVoice.Tests.Cases.Access;

/// <summary>Accounts, seats, deputies and cases thrown at random, with every instant that an off-by-one could confuse.</summary>
internal sealed class RandomWorld
{
    public static readonly DateTime Now = new(2026, 6, 1, 2, 0, 0, DateTimeKind.Utc);

    private const int EntriesOfACase = 6;

    private readonly Random _random;
    private readonly Random _advice;
    private readonly Guid[] _offices;

    public RandomWorld(int seed, int accounts, int cases, int offices = 7)
    {
        (_random, _advice) = (new Random(seed), new Random(seed));
        _offices = [.. Enumerable.Range(0, offices).Select(_ => NewId())];
        Accounts = [.. Enumerable.Range(0, accounts).Select(_ => NewAccount())];
        Memberships = [.. Accounts.SelectMany(a => Enumerable.Range(0, _random.Next(0, 4)).Select(_ => NewMembership(a.Id)))];
        Deputies = [.. Enumerable.Range(0, 2 * accounts).Select(_ => NewDeputy())];
        Cases = [.. Enumerable.Range(0, cases).Select(NewCase)];
        Offices = [.. Cases.SelectMany(NewOffices)];
        Excluded = [.. Cases.SelectMany(NewExcluded)];
        Entries = [.. Cases.SelectMany(c => Enumerable.Range(1, EntriesOfACase).Select(n => NewEntry(c, n)))];
    }

    public List<Account> Accounts { get; }

    public List<Membership> Memberships { get; }

    public List<Deputy> Deputies { get; }

    public List<Case> Cases { get; }

    public List<CaseOffice> Offices { get; }

    public List<CaseExcluded> Excluded { get; }

    public List<Entry> Entries { get; }

    public IEnumerable<EntryFact> EntryFacts => Entries.Select(e => new EntryFact(e.Id, e.CaseId, e.Sequence, e.IsPending, e.Kind == EntryKind.LateAnswered ? e.OfficeId : null, e.AddressedTo));

    public Facts Facts() => new(
        Now, Accounts, Memberships, Deputies,
        Cases.Select(c => new CaseFact(c.Id, c.Side, c.HeadsOnly, c.ListedFrom, c.WithdrawnAt is not null || c.ErasedAt is not null)),
        Offices.Select(o => new SeatFact(o.CaseId, o.OfficeId, o.Part == Part.Holds, o.From, o.To is not null, o.ReadsUpTo)),
        Excluded.Select(x => new ExclusionFact(x.CaseId, x.OfficeId == Guid.Empty ? null : x.OfficeId, x.AccountId == Guid.Empty ? null : x.AccountId)));

    private bool Once(int in1) => _random.Next(in1) == 0;

    private Guid NewId()
    {
        var bytes = new byte[16];
        _random.NextBytes(bytes);
        return new Guid(bytes);
    }

    private T Any<T>(IReadOnlyList<T> of) => of[_random.Next(of.Count)];

    private DateTime Past() => Any([Now, Now.AddDays(-1), Now.AddMonths(-10), Now.AddMonths(-30), Now.AddTicks(10)]);

    private DateTime? End() => Once(2) ? null : Any<DateTime?>(
        [Now, Now.AddTicks(10), Now.AddDays(9), Now.AddMonths(-3), Now.AddMonths(-23), Now.AddMonths(-24), Now.AddMonths(-24).AddTicks(10), Now.AddMonths(-29)]);

    private Account NewAccount() => new()
    {
        Id = NewId(),
        Side = Once(5) ? Side.Ti : Side.Government,
        DisplayName = "ឈ្មោះ",
        UserName = NewId().ToString(),
        NormalizedUserName = NewId().ToString(),
        CreatedAt = Now,
        DisabledAt = Once(5) ? Now.AddDays(-1) : null,
    };

    private Membership NewMembership(Guid account) => new()
    {
        Id = NewId(),
        AccountId = account,
        OfficeId = Any(_offices),
        Role = Once(3) ? Any([MemberRole.Analyst, MemberRole.Administrator]) : Any([MemberRole.Officer, MemberRole.Head]),
        From = Past(),
        To = End(),
    };

    private Deputy NewDeputy() => new() { Id = NewId(), AccountId = Any(Accounts).Id, ForAccountId = Any(Accounts).Id, From = Past(), To = End() };

    private Case NewCase(int number) => new()
    {
        Id = NewId(),
        Number = number.ToString("D10", System.Globalization.CultureInfo.InvariantCulture),
        Kind = CaseKind.Complaint,
        Side = Once(5) ? Side.Ti : Side.Government,
        KeySide = Side.Government,
        PlaceCode = "020101",
        PlaceNameKm = "ក",
        PlaceNameEn = "A",
        Language = Lang.Km,
        Confidential = true,
        ListedFrom = Once(7) ? Now.AddTicks(10) : Once(3) ? Now : Now.AddDays(-5),
        ReceivedOn = new DateOnly(2026, 6, 1),
        PolicyVersion = 1,
        RoutingVersion = 1,
        RouteReason = RouteReason.OneLevelAbove,
        HeadsOnly = Once(4),
        WithdrawnAt = Once(7) ? Now.AddDays(-1) : null,
        ErasedAt = number % 10 == 3 ? Now.AddDays(-1) : null,
    };

    private IEnumerable<CaseOffice> NewOffices(Case of)
    {
        yield return NewOffice(of, Part.Holds, to: null);
        if (Once(2))
        {
            yield return NewOffice(of, Part.Late, to: null);
        }

        if (Once(2))
        {
            yield return NewOffice(of, Any([Part.Holds, Part.Late]), Now.AddDays(-1));
        }
    }

    private CaseOffice NewOffice(Case of, Part part, DateTime? to) => new()
    {
        Id = NewId(),
        CaseId = of.Id,
        OfficeId = Any(_offices),
        Part = part,
        Province = of.Province,
        From = Once(9) ? Now.AddTicks(10) : Once(3) ? Now : Now.AddDays(-2),
        To = to,
        ReadsUpTo = part == Part.Late ? _random.Next(EntriesOfACase) : 0,
    };

    private Entry NewEntry(Case of, int number) => new()
    {
        Id = NewId(),
        CaseId = of.Id,
        Sequence = number,
        Cycle = 1,
        Level = 0,
        Kind = Once(2) ? EntryKind.LateAnswered : EntryKind.Noted,
        At = Now,
        IsPublic = false,
        OfficeId = Any(Offices.FindAll(o => o.CaseId == of.Id)).OfficeId,
        IsPending = Once(5),
        AddressedTo = _advice.Next(2) == 0 ? _offices[_advice.Next(_offices.Length)] : null,
    };

    private IEnumerable<CaseExcluded> NewExcluded(Case of)
    {
        if (Once(2))
        {
            yield return new CaseExcluded { CaseId = of.Id, OfficeId = Any(_offices), Reason = ExclusionReason.Accused, Since = of.ReceivedOn };
        }

        foreach (var account in Accounts.Where(_ => Once(12)))
        {
            yield return new CaseExcluded { CaseId = of.Id, AccountId = account.Id, Reason = ExclusionReason.Declared, Since = of.ReceivedOn };
        }
    }
}
