namespace OurVoice.Web.Hosting;

/// <summary>What a watching machine may ask.</summary>
internal static class Health
{
    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/health/live", () => Results.Text("live"));
        app.MapGet("/health/ready", ReadyAsync);
    }

    private static async Task<IResult> ReadyAsync(HealthReport health, CancellationToken cancel)
    {
        var states = await health.ReadAsync(cancel);
        var text = string.Join('\n', states.Select(s => $"{s.Key}: {(s.Value ? "ok" : "failed")}"));
        return Results.Text(text, statusCode: states.Values.All(ok => ok) ? 200 : 503);
    }
}
