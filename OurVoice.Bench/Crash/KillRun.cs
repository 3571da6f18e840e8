using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using OurVoice.Bench.Citizens;
using OurVoice.Bench.Serving;

namespace OurVoice.Bench.Crash;

/// <summary>A receipt that a citizen has seen, noted outside the server.</summary>
/// <param name="Code">Digits of the code.</param>
/// <param name="Hash">SHA-256 of the story that was sent.</param>
/// <param name="HasFile">A voice note was attached.</param>
public sealed record Shown(string Code, string Hash, bool HasFile);

/// <summary>What a run came to; <paramref name="Wrong"/> is empty when every promise was kept.</summary>
internal sealed record KillOutcome(string Summary, int Receipts, List<string> Wrong);

/// <summary>
/// Citizens send while the server is killed again and again. A citizen whose line breaks presses the same button again, as
/// people do; a citizen who never saw a receipt begins anew.
/// </summary>
internal sealed class KillRun(Server server, byte[] voiceNote)
{
    private readonly ConcurrentDictionary<string, Shown> _shown = new(StringComparer.Ordinal);
    private int _number;

    public IReadOnlyCollection<Shown> Receipts => [.. _shown.Values];

    /// <summary>Lost answers that were asked for again.</summary>
    public int Retries { get; private set; }

    /// <summary>A fresh server with the demo's offices, the kills, and the judgement.</summary>
    public static async Task<KillOutcome> WholeAsync(string dll, int clients, int kills, CancellationToken cancel)
    {
        var folder = Path.Combine(Path.GetTempPath(), "ov_kill_" + Guid.NewGuid().ToString("N"));
        var settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["OurVoice:Demo"] = "true", ["OurVoice:DemoCases"] = "0" };
        await using var server = new Server(dll, folder, settings);
        await server.RunVerbAsync("demo", cancel);
        await server.StartAsync(cancel);
        var run = new KillRun(server, await VoiceNote.MakeAsync(cancel));
        await run.RunAsync(clients, kills, cancel);
        var wrong = await Judgement.TrackAsync(server, run.Receipts, cancel);
        await server.KillAsync();
        wrong.AddRange(await Judgement.StoredAsync(folder, run.Receipts, cancel));
        Directory.Delete(folder, recursive: true);
        return new(
            $"{clients} clients, {kills} kills, {run.Receipts.Count} receipts shown ({run.Receipts.Count(r => r.HasFile)} with a file), {run.Retries} answers lost and asked for again, {wrong.Count} promises broken.",
            run.Receipts.Count, wrong);
    }

    /// <summary>Runs <paramref name="clients"/> citizens through <paramref name="kills"/> kills.</summary>
    public async Task RunAsync(int clients, int kills, CancellationToken cancel)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var citizens = Enumerable.Range(0, clients).Select(_ => Task.Run(() => CitizenAsync(stop.Token), cancel)).ToList();
        for (var kill = 0; kill < kills; kill++)
        {
            var before = _shown.Count;
            await Task.Delay(Random.Shared.Next(200, 1500), cancel);
            for (var waited = 0; _shown.Count == before && waited < 200; waited++)
            {
                await Task.Delay(50, cancel);
            }

            await server.KillAsync();
            await server.StartAsync(cancel);
        }

        await Task.Delay(1000, cancel);
        await stop.CancelAsync();
        await Task.WhenAll(citizens);
    }

    private async Task CitizenAsync(CancellationToken stop)
    {
        using var client = new HttpClient { BaseAddress = server.Address, Timeout = TimeSpan.FromSeconds(10) };
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await SendOneAsync(new Phone(client), stop);
            }
            catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException)
            {
                await Task.Delay(50, CancellationToken.None);
            }
        }
    }

    private async Task SendOneAsync(Phone phone, CancellationToken stop)
    {
        var number = Interlocked.Increment(ref _number);
        var wish = new Wish(number % 2 == 0 ? "support" : "information", "020103", $"រឿងទី {number} {Guid.NewGuid():N}", number % 3 == 0 ? voiceNote : null);
        var filing = new Filing(phone);
        var last = await filing.WalkAsync(wish, stop);
        for (var attempt = 0; attempt < 40; attempt++)
        {
            try
            {
                var receipt = await filing.SendAsync(last, wish, stop);
                if (receipt.Code is { } code)
                {
                    Note(new(code, Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(wish.Story))), wish.File is not null));
                    return;
                }
            }
            catch (Exception e) when (e is HttpRequestException or IOException && !stop.IsCancellationRequested)
            {
                Retries++;
            }

            await Task.Delay(100, stop);
        }
    }

    private void Note(Shown shown)
    {
        if (!_shown.TryAdd(shown.Code, shown) && _shown[shown.Code] != shown)
        {
            throw new InvalidOperationException("One code was shown for two stories.");
        }
    }
}
