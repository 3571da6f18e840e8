namespace OurVoice.Cases.ListAges;

/// <summary>For how many days a citizen has waited. The names are resource key suffixes and, in lower case, codes in the address.</summary>
internal enum AgeBand
{
    Over180,
    To180,
    To90,
    To30,
}

/// <summary>The bands as days between receipt and today; a day counts from midnight in Cambodia.</summary>
internal static class AgeBands
{
    /// <summary>The fewest and the most days of a band, both in it.</summary>
    public static (int Least, int Most) Days(this AgeBand band) => band switch
    {
        AgeBand.To30 => (0, 30),
        AgeBand.To90 => (31, 90),
        AgeBand.To180 => (91, 180),
        AgeBand.Over180 => (181, int.MaxValue),
        _ => throw new ArgumentOutOfRangeException(nameof(band)),
    };
}
