using OurVoice.Contracts.Host;

namespace OurVoice.Tests.Cases.Access;

/// <summary>
/// What happened to each case, written down by the test as it makes it happen. Only where a case went is the product's word, and
/// that is questioned too: never to an office that is excluded, never to the one it left.
/// </summary>
internal sealed class StoryLog
{
    private readonly Dictionary<Guid, CaseFact> _cases = [];
    private readonly List<SeatFact> _ended = [];
    private readonly Dictionary<Guid, SeatFact> _holders = [];
    private readonly List<SeatFact> _late = [];
    private readonly List<ExclusionFact> _excluded = [];

    public IReadOnlyCollection<CaseFact> Cases => _cases.Values;

    public IReadOnlyList<ExclusionFact> Excluded => _excluded;

    public IEnumerable<SeatFact> Seats => [.. _holders.Values, .. _late, .. _ended];

    public SeatFact HolderOf(Guid id) => _holders[id];

    public void Sent(CaseFact fact, SeatFact holder) => (_cases[fact.Id], _holders[fact.Id]) = (fact, holder);

    public void Exclude(Guid id, Guid? office, Guid? account)
    {
        _excluded.Add(new ExclusionFact(id, office, account));
        var out_ = _late.Where(s => s.CaseId == id && s.OfficeId == office).ToList();
        _late.RemoveAll(out_.Contains);
        _ended.AddRange(out_.Select(s => s with { HasEnded = true }));
    }

    public void Climbed(Guid id, Guid to, DateTime at, bool leavesLatePart)
    {
        var left = Held(new SeatFact(id, to, Holds: true, at, HasEnded: false));
        if (leavesLatePart)
        {
            _late.Add(left with { Holds = false, From = at });
        }
    }

    /// <summary>The case has another holder than before, or the same.</summary>
    public void FoundAt(SeatFact now)
    {
        if (_holders[now.CaseId].OfficeId != now.OfficeId)
        {
            Held(now);
        }
    }

    public void Seated(Guid id, DateTime from) => _holders[id] = _holders[id] with { From = from };

    public void Withdrawn(Guid id) => _cases[id] = _cases[id] with { IsWithdrawn = true };

    public void BecameTis(Guid id)
    {
        _cases[id] = _cases[id] with { Side = Side.Ti };
        _ended.AddRange(_late.Where(s => s.CaseId == id).Select(s => s with { HasEnded = true }));
        _late.RemoveAll(s => s.CaseId == id);
    }

    private SeatFact Held(SeatFact now)
    {
        var left = _holders[now.CaseId];
        Assert.DoesNotContain(_excluded, x => x.CaseId == now.CaseId && x.OfficeId == now.OfficeId);
        _ended.Add(left with { HasEnded = true });
        _holders[now.CaseId] = now;
        return left;
    }
}
