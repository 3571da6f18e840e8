namespace OurVoice.Web.Hosting;

/// <summary>What a watching machine may ask.</summary>
internal static class Health
{
    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/health/live", () => Results.Text("live"));
        app.MapGet("/health/ready", async (HealthReport health, CancellationToken cancel) => Answer(await health.ReadAsync(cancel)));
        app.MapGet("/health/jobs", async (JobHealth health, CancellationToken cancel) => Answer(await health.ReadAsync(cancel)));
    }

    private static IResult Answer(IReadOnlyDictionary<string, bool> states)
    {
        var text = string.Join('\n', states.Select(s => $"{s.Key}: {(s.Value ? "ok" : "failed")}"));
        return Results.Text(text, statusCode: states.Values.All(ok => ok) ? 200 : 503);
    }
}
