using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace OurVoice.Tests.Outbox;

/// <summary>What the gateway was asked.</summary>
internal sealed record Asked(string Method, string Target, string Type, string Body, IReadOnlyDictionary<string, string> Headers);

/// <summary>Somebody else's server over HTTP: SMS gateway, Telegram or a system of the Ministry.</summary>
internal sealed class Gateway : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Gateway(WebApplication app) => _app = app;

    public ConcurrentQueue<Asked> Asked { get; } = [];

    public string Address => _app.Urls.Single();

    /// <summary>What it answers; "taken" by itself.</summary>
    public Func<Asked, Task<(int Status, string Body)>> Answer { get; set; } = _ => Task.FromResult((200, "taken"));

    public static async Task<Gateway> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var gateway = new Gateway(builder.Build());
        gateway._app.Run(gateway.HearAsync);
        await gateway._app.StartAsync();
        return gateway;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task HearAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var asked = new Asked(
            context.Request.Method, context.Request.Path + context.Request.QueryString.Value, context.Request.ContentType ?? "", await reader.ReadToEndAsync(),
            context.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase));
        Asked.Enqueue(asked);
        var (status, body) = await Answer(asked);
        context.Response.StatusCode = status;
        await context.Response.WriteAsync(body);
    }
}
