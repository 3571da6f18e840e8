using OurVoice.Contracts.Places;

namespace OurVoice.Cases.Clock;

/// <summary>
/// Working time that is being used up, perhaps at several offices: half a working day at one is half a working day at the
/// next, however long their days are. Whole minutes, rounded in the office's favour.
/// </summary>
internal sealed class Allowance
{
    private readonly bool _inDays;
    private TimeSpan _left;
    private TimeSpan _day;

    private Allowance(bool inDays, TimeSpan left, TimeSpan day) => (_inDays, _left, _day) = (inDays, left, day);

    internal static Allowance Days(int workingDays) => new(inDays: true, TimeSpan.FromDays(workingDays), TimeSpan.FromDays(1));

    /// <summary>Plain open time, the same at every office.</summary>
    internal static Allowance Time(TimeSpan officeTime) => new(inDays: false, officeTime, TimeSpan.FromDays(1));

    internal TimeSpan LeftAt(WorkingCalendar calendar)
    {
        if (_inDays && _day != calendar.WorkingDay)
        {
            var minutes = Math.Ceiling((decimal)_left.Ticks * calendar.WorkingDay.Ticks / _day.Ticks / TimeSpan.TicksPerMinute);
            (_left, _day) = (TimeSpan.FromMinutes((long)minutes), calendar.WorkingDay);
        }

        return _left;
    }

    internal void Use(TimeSpan officeTime) => _left -= officeTime;
}
