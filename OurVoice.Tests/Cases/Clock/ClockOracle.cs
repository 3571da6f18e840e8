using OurVoice.Cases.Clock;
using OurVoice.Tests.Places;

namespace OurVoice.Tests.Cases.Clock;

/// <summary>Where a walk counts: an office's openings, and how many open minutes are its working day.</summary>
internal sealed record WalkedOffice(MinuteOracle Opens, int DayMinutes);

/// <summary>
/// The slow and obvious clock: walks through a case minute by minute, and asks of each alone whether the office was open, whether the clock stood
/// because somebody waited for the citizen, and whether it still might. It shares the rows of the case with the code under test, and no arithmetic.
/// </summary>
/// <param name="segments">Of one period, or of a whole cycle, in order.</param>
/// <param name="offices">Of every office in them.</param>
/// <param name="maxPauses">How many pauses stop the clock.</param>
/// <param name="capDays">How many working days all of them may last.</param>
internal sealed class ClockOracle(IReadOnlyList<ClockSegment> segments, IReadOnlyDictionary<Guid, WalkedOffice> offices, int maxPauses, int capDays)
{
    private readonly DateTime _first = Cut(segments[0].From);
    private readonly int[] _starts = [.. segments.Select(s => (int)(Cut(s.From) - Cut(segments[0].From)).TotalMinutes)];
    private readonly List<Minute> _minutes = [];
    private readonly Left _cap = new(capDays);
    private WalkedOffice _office = offices[segments[0].OfficeId];
    private int _segment = -1;
    private int _pauses;

    /// <summary>When the last pause ends by its cap; null when nobody waits, or the pause stops nothing.</summary>
    internal DateTime? PausedUntil()
    {
        var at = _starts[^1];
        _ = At(at);
        if (segments[^1].Kind != SegmentKind.Paused || _pauses > maxPauses)
        {
            return null;
        }

        while (At(at).Stands)
        {
            at++;
        }

        return _first.AddMinutes(at);
    }

    /// <summary>The end of the minute in which the last of so many working days is used up.</summary>
    internal DateTime AfterDays(DateTime start, int days)
    {
        var left = new Left(days);
        for (var at = Number(start); ; at++)
        {
            var minute = At(at);
            if (!minute.Stands && left.UseAt(minute.DayMinutes, minute.IsOpen) == 0)
            {
                return _first.AddMinutes(at + 1);
            }
        }
    }

    /// <summary>The same for plain open minutes.</summary>
    internal DateTime AfterMinutes(DateTime start, int minutes)
    {
        var at = Number(start);
        for (; minutes > 0; at++)
        {
            minutes -= At(at).Counts ? 1 : 0;
        }

        return _first.AddMinutes(at);
    }

    internal int MinutesBetween(DateTime from, DateTime to)
    {
        var counted = 0;
        var last = Number(to);
        for (var at = Number(from); at < last; at++)
        {
            counted += At(at).Counts ? 1 : 0;
        }

        return counted;
    }

    internal static DateTime Cut(DateTime instant) => new(instant.Year, instant.Month, instant.Day, instant.Hour, instant.Minute, 0, DateTimeKind.Utc);

    private int Number(DateTime at) => (int)(at - _first).TotalMinutes;

    private Minute At(int number)
    {
        while (_minutes.Count <= number)
        {
            _minutes.Add(Next(_minutes.Count));
        }

        return _minutes[number];
    }

    private Minute Next(int number)
    {
        while (_segment + 1 < segments.Count && _starts[_segment + 1] <= number)
        {
            _segment++;
            _office = offices[segments[_segment].OfficeId];
            var waited = _segment > 0 && segments[_segment - 1].Kind == SegmentKind.Paused;
            _pauses += segments[_segment].Kind == SegmentKind.Paused && !waited ? 1 : 0;
        }

        var isOpen = _office.Opens.IsOpen(MinuteOracle.Number(_first) + number);
        var stands = segments[_segment].Kind == SegmentKind.Paused && _pauses <= maxPauses && !_cap.IsUsed;
        if (stands)
        {
            _cap.UseAt(_office.DayMinutes, isOpen);
        }

        return new Minute(isOpen, stands, _office.DayMinutes);
    }

    private readonly record struct Minute(bool IsOpen, bool Stands, int DayMinutes)
    {
        internal bool Counts => IsOpen && !Stands;
    }

    /// <summary>Working days in minutes of whichever office they are used at; half a day stays half a day, and a part of a minute is given as a whole one.</summary>
    private sealed class Left(int days)
    {
        private long _minutes = days;
        private long _day = 1;

        internal bool IsUsed => _minutes == 0;

        internal long UseAt(int dayMinutes, bool isOpen)
        {
            if (_day != dayMinutes)
            {
                _minutes = ((_minutes * dayMinutes) + _day - 1) / _day;
                _day = dayMinutes;
            }

            return _minutes -= isOpen ? 1 : 0;
        }
    }
}
