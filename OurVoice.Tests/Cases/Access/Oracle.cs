using OurVoice.Cases;
using OurVoice.Cases.Staffing;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;

namespace OurVoice.Tests.Cases.Access;

/// <summary>A clause of the access rule of design.md 4.1 and 4.2.</summary>
internal enum Clause
{
    AccountIsActive,
    SideIsTheCases,
    NotWithdrawn,
    Listed,
    NotExcludedAsPerson,
    NotOfAnExcludedOffice,
    NotDeputyInAnExcludedOffice,
    OfficeHasItStill,
    RoleWorksCases,
    MembershipBegan,
    MembershipLasts,
    DeputyBegan,
    DeputyLasts,
    AbsentIsActive,
    OnlyHeadsWhereStaffIsNamed,
}

/// <summary>
/// The access rule again, slow and obvious, from the words of the design; shares nothing with the product but the rows. With
/// <paramref name="without"/> it leaves one clause out, to see whether that clause alone was the reason.
/// </summary>
internal sealed class Oracle(RandomWorld world, Clause? without = null)
{
    public bool MayRead(Case of, Account who) => MayRead(of, who, mustHold: false);

    public bool MayHold(Case of, Account who) => MayRead(of, who, mustHold: true);

    private bool MayRead(Case of, Account who, bool mustHold)
    {
        if (Asks(Clause.AccountIsActive) && who.DisabledAt is not null)
        {
            return false;
        }

        if (Asks(Clause.SideIsTheCases) && who.Side != of.Side)
        {
            return false;
        }

        if (Asks(Clause.NotWithdrawn) && of.WithdrawnAt is not null)
        {
            return false;
        }

        if (Asks(Clause.Listed) && of.ListedFrom > RandomWorld.Now)
        {
            return false;
        }

        if (Asks(Clause.OnlyHeadsWhereStaffIsNamed) && of.HeadsOnly && !HeadsTheHolder(of, who))
        {
            return false;
        }

        return !IsExcluded(of, who) && HasSeat(of, who, mustHold);
    }

    // A report that names people of the office is for its head, or whoever stands in for the head.
    private bool HeadsTheHolder(Case of, Account who)
    {
        var holders = world.Offices.Where(o => o.CaseId == of.Id && o.Part == Part.Holds && o.To is null).Select(o => o.OfficeId).ToList();
        return holders.Exists(h => IsHead(h, who) || world.Deputies.Exists(d =>
            d.AccountId == who.Id && d.From <= RandomWorld.Now && !(d.To <= RandomWorld.Now) && IsHead(h, world.Accounts.Single(a => a.Id == d.ForAccountId))));
    }

    private bool IsHead(Guid office, Account who) => who.DisabledAt is null && world.Memberships.Exists(m =>
        m.AccountId == who.Id && m.OfficeId == office && m.Role == MemberRole.Head && m.From <= RandomWorld.Now && !(m.To <= RandomWorld.Now));

    private bool IsExcluded(Case of, Account who)
    {
        foreach (var row in world.Excluded.Where(x => x.CaseId == of.Id))
        {
            if (Asks(Clause.NotExcludedAsPerson) && row.AccountId == who.Id)
            {
                return true;
            }

            if (Asks(Clause.NotOfAnExcludedOffice) && WasLatelyIn(row.OfficeId, who.Id))
            {
                return true;
            }

            if (Asks(Clause.NotDeputyInAnExcludedOffice)
                && world.Deputies.Exists(d => d.AccountId == who.Id && Lately(d.From, d.To) && WasLatelyIn(row.OfficeId, d.ForAccountId)))
            {
                return true;
            }
        }

        return false;
    }

    private bool WasLatelyIn(Guid office, Guid account) =>
        world.Memberships.Exists(m => m.AccountId == account && m.OfficeId == office && Lately(m.From, m.To));

    private static bool Lately(DateTime from, DateTime? to)
    {
        var hasBegun = from <= RandomWorld.Now;
        var endedLongAgo = to is { } end && end.AddMonths(24) <= RandomWorld.Now;
        return hasBegun && !endedLongAgo;
    }

    private bool HasSeat(Case of, Account who, bool mustHold)
    {
        foreach (var office in world.Offices.Where(o => o.CaseId == of.Id))
        {
            if (mustHold && office.Part != Part.Holds)
            {
                continue;
            }

            if (Asks(Clause.OfficeHasItStill) && office.To is not null)
            {
                continue;
            }

            if (Works(office.OfficeId, who) || world.Deputies.Exists(d => StandsIn(d, who, office.OfficeId)))
            {
                return true;
            }
        }

        return false;
    }

    private bool StandsIn(Deputy deputy, Account who, Guid office)
    {
        var absent = world.Accounts.Single(a => a.Id == deputy.ForAccountId);
        return deputy.AccountId == who.Id
            && !(Asks(Clause.DeputyBegan) && deputy.From > RandomWorld.Now)
            && !(Asks(Clause.DeputyLasts) && deputy.To <= RandomWorld.Now)
            && !(Asks(Clause.AbsentIsActive) && absent.DisabledAt is not null)
            && Works(office, absent);
    }

    private bool Works(Guid office, Account who) => world.Memberships.Exists(m =>
        m.AccountId == who.Id
        && m.OfficeId == office
        && !(Asks(Clause.RoleWorksCases) && m.Role is (MemberRole.Analyst or MemberRole.Administrator))
        && !(Asks(Clause.MembershipBegan) && m.From > RandomWorld.Now)
        && !(Asks(Clause.MembershipLasts) && m.To <= RandomWorld.Now));

    private bool Asks(Clause clause) => clause != without;
}
