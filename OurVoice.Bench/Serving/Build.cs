namespace OurVoice.Bench.Serving;

/// <summary>Where the host's build lies.</summary>
public static class Build
{
    /// <summary>The published build when the scripts name one, else the one beside this program.</summary>
    public static string Dll { get; } = Environment.GetEnvironmentVariable("OURVOICE_PUBLISHED") is { Length: > 0 } published
        ? Path.Combine(published, "OurVoice.Web.dll")
        : Path.Combine(AppContext.BaseDirectory, "OurVoice.Web.dll");
}
