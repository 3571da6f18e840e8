namespace OurVoice.Intake.Receipt;

/// <summary>Damm's check digit: finds every wrong digit and every swap of two neighbours.</summary>
internal static class Damm
{
    // Row: the state so far; column: the next digit. From H. Michael Damm's thesis (Marburg, 2004).
    private static readonly string[] Table =
    [
        "0317598642", "7092154863", "4206871359", "1750983426", "6123045978",
        "3674209581", "5869720134", "8945362017", "9438617205", "2581436790",
    ];

    /// <summary>The digit to put behind.</summary>
    public static char Digit(ReadOnlySpan<char> digits) => (char)('0' + State(digits));

    /// <summary>Whether the last digit is the check digit of those before it.</summary>
    public static bool Holds(ReadOnlySpan<char> digits) => State(digits) == 0;

    private static int State(ReadOnlySpan<char> digits)
    {
        var state = 0;
        foreach (var digit in digits)
        {
            state = Table[state][digit - '0'] - '0';
        }

        return state;
    }
}
