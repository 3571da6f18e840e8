using System.Collections.Concurrent;

namespace OurVoice.Cases.ReadCase;

/// <summary>
/// What was opened in the last minute, so that one opening is one row of the audit: a page is made once as plain markup and once
/// in its circuit, and a player asks for one recording in several pieces.
/// </summary>
internal sealed class RecentOpenings
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<(Guid Account, Guid Thing), DateTime> _opened = new();

    public void Remember(Guid account, Guid thing, DateTime now)
    {
        foreach (var (old, at) in _opened.Where(o => now - o.Value > Fresh))
        {
            _opened.TryRemove(new(old, at));
        }

        _opened[(account, thing)] = now;
    }

    /// <summary>True as often as it is asked within the minute.</summary>
    public bool Knows(Guid account, Guid thing, DateTime now) => _opened.TryGetValue((account, thing), out var at) && now - at <= Fresh;

    /// <summary>True once: a circuit that is started a second time from the same markup is another opening.</summary>
    public bool Take(Guid account, Guid thing, DateTime now) => _opened.TryRemove((account, thing), out var at) && now - at <= Fresh;
}
