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
    NotLatelyOfAnExcludedOffice,
    NotDeputyInAnExcludedOffice,
    NotLatelyDeputyInAnExcludedOffice,
    OnlyHeadsWhereStaffIsNamed,
    OfficeHasItStill,
    OfficeHasItAlready,
    RoleWorksCases,
    MembershipBegan,
    MembershipLasts,
    DeputyBegan,
    DeputyLasts,
    AbsentIsActive,

    /// <summary>To work it, not to read it.</summary>
    OfficeHolds,
}

/// <summary>
/// The access rule again, slow and obvious, from the words of the design; shares no code with the product. With
/// <paramref name="without"/> it leaves one clause out, to see whether that clause alone was the reason.
/// </summary>
internal sealed class Oracle(Facts facts, Clause? without = null)
{
    public bool MayRead(CaseFact of, Account who) => MayRead(of, who, mustHold: false);

    public bool MayHold(CaseFact of, Account who) => MayRead(of, who, mustHold: true);

    /// <summary>A late office reads the case as it stood when it climbed, its own answers and what is addressed to it; an act that does not count yet is nobody's.</summary>
    public bool MayRead(EntryFact entry, CaseFact of, Account who) => !entry.IsPending
        && MayRead(of, who)
        && facts.Seats[of.Id].Any(s => Sits(s, who) && (s.Holds || entry.Sequence <= s.ReadsUpTo || entry.LateAnswerOf == s.OfficeId || entry.AddressedTo == s.OfficeId));

    private bool MayRead(CaseFact of, Account who, bool mustHold)
    {
        if (Asks(Clause.AccountIsActive) && who.DisabledAt is not null)
        {
            return false;
        }

        if (Asks(Clause.SideIsTheCases) && who.Side != of.Side)
        {
            return false;
        }

        if (Asks(Clause.NotWithdrawn) && of.IsWithdrawn)
        {
            return false;
        }

        if (Asks(Clause.Listed) && of.ListedFrom > facts.Now)
        {
            return false;
        }

        if (Asks(Clause.OnlyHeadsWhereStaffIsNamed) && of.HeadsOnly && !HeadsTheHolder(of, who))
        {
            return false;
        }

        return !IsExcluded(facts.Excluded[of.Id], who) && HasSeat(of, who, mustHold);
    }

    /// <summary>Whether it is excluded by one of these, of a case or of a statement.</summary>
    public bool IsExcluded(IEnumerable<(Guid? Office, Guid? Account)> excluded, Account who)
    {
        foreach (var (office, account) in excluded)
        {
            if (Asks(Clause.NotExcludedAsPerson) && account == who.Id)
            {
                return true;
            }

            if (Asks(Clause.NotOfAnExcludedOffice) && WasLatelyIn(office, who.Id))
            {
                return true;
            }

            if (Asks(Clause.NotDeputyInAnExcludedOffice)
                && facts.Deputies[who.Id].Any(d => Lately(d.From, d.To, Clause.NotLatelyDeputyInAnExcludedOffice) && WasLatelyIn(office, d.ForAccountId)))
            {
                return true;
            }
        }

        return false;
    }

    private bool WasLatelyIn(Guid? office, Guid account) =>
        facts.Memberships[account].Any(m => m.OfficeId == office && Lately(m.From, m.To, Clause.NotLatelyOfAnExcludedOffice));

    // What has ended counts for two more years.
    private bool Lately(DateTime from, DateTime? to, Clause former)
    {
        var hasBegun = from <= facts.Now;
        var isOver = to is { } end && (Asks(former) ? end.AddMonths(24) : end) <= facts.Now;
        return hasBegun && !isOver;
    }

    private bool HasSeat(CaseFact of, Account who, bool mustHold) =>
        facts.Seats[of.Id].Any(s => (s.Holds || !(mustHold && Asks(Clause.OfficeHolds))) && Sits(s, who));

    private bool Sits(SeatFact seat, Account who)
    {
        if ((Asks(Clause.OfficeHasItStill) && seat.HasEnded) || (Asks(Clause.OfficeHasItAlready) && seat.From > facts.Now))
        {
            return false;
        }

        return WorksFor(seat.OfficeId, who);
    }

    /// <summary>As a member, or as the deputy of one.</summary>
    public bool WorksFor(Guid office, Account who) => Works(office, who) || facts.Deputies[who.Id].Any(d => StandsIn(d, office));

    private bool StandsIn(Deputy deputy, Guid office)
    {
        var absent = facts.Accounts[deputy.ForAccountId];
        return !(Asks(Clause.DeputyBegan) && deputy.From > facts.Now)
            && !(Asks(Clause.DeputyLasts) && deputy.To <= facts.Now)
            && !(Asks(Clause.AbsentIsActive) && absent.DisabledAt is not null)
            && Works(office, absent);
    }

    private bool Works(Guid office, Account who) => facts.Memberships[who.Id].Any(m =>
        m.OfficeId == office
        && !(Asks(Clause.RoleWorksCases) && m.Role is (MemberRole.Analyst or MemberRole.Administrator))
        && !(Asks(Clause.MembershipBegan) && m.From > facts.Now)
        && !(Asks(Clause.MembershipLasts) && m.To <= facts.Now));

    // A report that names people of the office is for its head, or whoever stands in for the head.
    private bool HeadsTheHolder(CaseFact of, Account who) => facts.Seats[of.Id].Where(s => s is { Holds: true, HasEnded: false }).Any(s =>
        IsHead(s.OfficeId, who)
        || facts.Deputies[who.Id].Any(d => d.From <= facts.Now && !(d.To <= facts.Now) && IsHead(s.OfficeId, facts.Accounts[d.ForAccountId])));

    private bool IsHead(Guid office, Account who) => who.DisabledAt is null && facts.Memberships[who.Id].Any(m =>
        m.OfficeId == office && m.Role == MemberRole.Head && m.From <= facts.Now && !(m.To <= facts.Now));

    private bool Asks(Clause clause) => clause != without;
}
