using System.Globalization;

namespace OurVoice.Contracts.Places;

/// <summary>The text form of <see cref="OfficeHours"/>.</summary>
internal static class OfficeHoursText
{
    private static readonly string[] Names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

    internal static string Write(OfficeHours hours)
    {
        var parts = new List<string>();
        for (var first = 0; first < 7;)
        {
            var openings = hours.On(DayAt(first));
            var last = first;
            while (last < 6 && hours.On(DayAt(last + 1)).SequenceEqual(openings))
            {
                last++;
            }

            if (openings.Count > 0)
            {
                var days = first == last ? Names[first] : $"{Names[first]}-{Names[last]}";
                parts.Add($"{days} {string.Join(' ', openings.Select(o => string.Create(CultureInfo.InvariantCulture, $"{o.From:HH:mm}-{o.To:HH:mm}")))}");
            }

            first = last + 1;
        }

        return string.Join("; ", parts);
    }

    internal static bool TryRead(string? text, out OfficeHours? hours)
    {
        hours = null;
        var week = new Dictionary<DayOfWeek, IReadOnlyList<Opening>>();
        if (text is null || text.Length > OfficeHours.MaxTextLength || !text.Split(';').All(part => TryReadPart(part, week)))
        {
            return false;
        }

        try
        {
            hours = new OfficeHours(week);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static bool TryReadPart(string part, Dictionary<DayOfWeek, IReadOnlyList<Opening>> week)
    {
        var words = part.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 2 || !TryReadDays(words[0], out var first, out var last))
        {
            return false;
        }

        var openings = new List<Opening>();
        foreach (var word in words[1..])
        {
            if (!TryReadOpening(word, out var opening))
            {
                return false;
            }

            openings.Add(opening);
        }

        return Enumerable.Range(first, last - first + 1).All(day => week.TryAdd(DayAt(day), openings));
    }

    private static bool TryReadDays(string word, out int first, out int last)
    {
        var ends = word.Split('-');
        first = Array.IndexOf(Names, ends[0]);
        last = Array.IndexOf(Names, ends[^1]);
        return ends.Length <= 2 && first >= 0 && last >= first;
    }

    private static bool TryReadOpening(string word, out Opening opening)
    {
        opening = default;
        var ends = word.Split('-');
        if (ends.Length != 2 || !TryReadTime(ends[0], out var from) || !TryReadTime(ends[1], out var to))
        {
            return false;
        }

        opening = new Opening(from, to);
        return true;
    }

    private static bool TryReadTime(string word, out TimeOnly time) =>
        TimeOnly.TryParseExact(word, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out time);

    private static DayOfWeek DayAt(int fromMonday) => (DayOfWeek)((fromMonday + 1) % 7);
}
