namespace OurVoice.Contracts.Host.Demo;

/// <summary>A published sign-in of the demo.</summary>
/// <param name="Key">Suffix of the resource key that says who it is.</param>
/// <param name="Email">Sign-in name.</param>
public sealed record DemoSignIn(string Key, string Email);

/// <summary>Who signs in as whom in the demo: one account of each role. They cannot sign in where OurVoice:Demo is not true.</summary>
public static class DemoSignIns
{
    /// <summary>The password of every demo account.</summary>
    public const string Password = "demo-ourvoice-2026";

    /// <summary>Domain of the demo's addresses; reserved, so nothing can ever be sent there.</summary>
    public const string Domain = "@demo.ourvoice.example";

    /// <summary>One of each role.</summary>
    public static IReadOnlyList<DemoSignIn> All { get; } =
    [
        .. new[]
        {
            "CommuneOfficer", "CommuneHead", "DistrictOneWindow", "DistrictOmbudsman", "ProvincialOmbudsman", "ProvincialOneWindow",
            "Ministry", "TiCaseWorker", "TiHead", "TiAnalyst", "GovernmentAdministrator", "TiAdministrator",
        }.Select(key => new DemoSignIn(key, key.ToLowerInvariant() + Domain)),
    ];
}
