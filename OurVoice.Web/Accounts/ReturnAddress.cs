namespace OurVoice.Web.Accounts;

/// <summary>Where to go after signing in: an address of the desk, or the desk's first page.</summary>
internal static class ReturnAddress
{
    public const string Home = "/desk/";

    public static string Local(string? address) =>
        address is not null && IsDesk(address) && !address.Contains("//", StringComparison.Ordinal) && !address.Contains('\\', StringComparison.Ordinal)
        && !address.Contains("..", StringComparison.Ordinal) && !address.Any(char.IsControl)
            ? address
            : Home;

    private static bool IsDesk(string address) => address == "/desk" || address.StartsWith("/desk/", StringComparison.Ordinal);
}
