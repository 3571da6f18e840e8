using System.Globalization;

namespace OurVoice.Cases.PolicyStore;

/// <summary>How percentages are stored: in rising order, with commas.</summary>
internal static class Percents
{
    public static string Write(IEnumerable<int> percents) => string.Join(',', percents);

    public static IReadOnlyList<int> Read(string stored) =>
        [.. stored.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(p => int.Parse(p, CultureInfo.InvariantCulture))];
}
