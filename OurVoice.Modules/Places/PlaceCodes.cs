namespace OurVoice.Places;

/// <summary>Official codes: two digits a level, and a code begins with its parent's code.</summary>
internal static class PlaceCodes
{
    public static bool IsCode(string text) =>
        text.Length is 2 or 4 or 6 or 8 && text.All(char.IsAsciiDigit);

    public static string? Parent(string code) => code.Length <= 2 ? null : code[..^2];

    /// <summary>The code and those above it, the province first.</summary>
    public static IEnumerable<string> Path(string code)
    {
        for (var length = 2; length <= code.Length; length += 2)
            yield return code[..length];
    }
}
