using OurVoice.Cases.Staffing;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;

namespace OurVoice.Tests.Cases.Access;

/// <summary>Accounts, memberships that come and go, and deputies, thrown at random over some offices, with every instant that an off-by-one could confuse.</summary>
internal sealed class StoryPeople
{
    private readonly Random _random;
    private readonly DateTime _now;

    public StoryPeople(Random random, DateTime now, IReadOnlyList<Guid> government, Guid ti, int count)
    {
        (_random, _now) = (random, now);
        Accounts = [.. Enumerable.Range(0, count).Select(_ => NewAccount())];
        Memberships = [.. Accounts.SelectMany(a => Enumerable.Range(0, Any([0, 0, 1, 2, 3, 4, 5])).Select(_ => NewMembership(a, government, ti)))];
        Deputies =
        [
            .. Enumerable.Range(0, 5 * count).Select(_ => NewDeputy(Begin(), End())),
            .. Enumerable.Range(0, count).Select(_ => NewDeputy(_now.AddMonths(-30), Any(NotLongOver))),
        ];
    }

    public IReadOnlyList<Account> Accounts { get; }

    public IReadOnlyList<Membership> Memberships { get; }

    public IReadOnlyList<Deputy> Deputies { get; }

    // Over, and not yet for 24 months.
    private DateTime[] NotLongOver => [_now, _now.AddMonths(-3), _now.AddMonths(-23), _now.AddMonths(-24).AddTicks(10)];

    private bool Once(int in1) => _random.Next(in1) == 0;

    private T Any<T>(IReadOnlyList<T> of) => of[_random.Next(of.Count)];

    private DateTime Begin() => Once(4) ? _now.AddTicks(10) : Any([_now, _now.AddDays(-1), _now.AddMonths(-10), _now.AddMonths(-30), _now.AddMonths(-30)]);

    private DateTime? End() => Once(2) ? null : Any<DateTime?>(
        [_now, _now.AddTicks(10), _now.AddDays(9), _now.AddMonths(-3), _now.AddMonths(-23), _now.AddMonths(-24), _now.AddMonths(-24).AddTicks(10), _now.AddMonths(-29)]);

    private Account NewAccount()
    {
        var account = Account.Create(Once(3) ? Side.Ti : Side.Government, $"{Guid.NewGuid():N}@example.org", "ឈ្មោះ", _now.AddYears(-3));
        account.DisabledAt = Once(4) ? _now.AddDays(-1) : null;
        return account;
    }

    private Membership NewMembership(Account of, IReadOnlyList<Guid> government, Guid ti) => new()
    {
        AccountId = of.Id,
        OfficeId = (of.Side == Side.Ti) != Once(6) ? ti : Any(government),
        Role = Once(5) ? Any([MemberRole.Analyst, MemberRole.Administrator]) : Any([MemberRole.Officer, MemberRole.Officer, MemberRole.Head]),
        From = Begin(),
        To = End(),
    };

    private Deputy NewDeputy(DateTime from, DateTime? to) => new() { AccountId = Any(Accounts).Id, ForAccountId = Any(Accounts).Id, From = from, To = to };
}
