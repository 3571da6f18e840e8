using System.Diagnostics;
using System.Globalization;
using OurVoice.Bench.Citizens;
using OurVoice.Bench.Loading;
using OurVoice.Bench.Serving;
using OurVoice.Contracts.Host;

namespace OurVoice.Bench.Junk;

/// <summary>What a flood came to; <paramref name="Wrong"/> is empty when every promise was kept.</summary>
public sealed record JunkOutcome(string Summary, int Sent, int Folded, List<string> Wrong);

/// <summary>
/// Somebody sends junk to one office, each piece through the whole form; citizens send meanwhile. Every one of them must get a receipt
/// and stand in the office's list, and the junk behind a line of it.
/// </summary>
public sealed class JunkRun(Server server)
{
    private const int Senders = 12;

    /// <summary>Before the same story is known as the same, five stand in the list; several senders at once may add a few.</summary>
    private const int MostShown = 25;

    private static readonly string[] Stories =
    [
        "ផ្លូវចូលភូមិរបស់យើងលិចទឹកពីរសប្ដាហ៍ហើយ ក្មេងៗទៅសាលាមិនបាន។",
        "ម្ដាយខ្ញុំចាស់ហើយ មិនអាចដើរទៅយកប័ណ្ណក្រីក្របានទេ សូមជួយណែនាំ។",
        "អំពូលភ្លើងតាមផ្លូវមុខវត្តខូចអស់ យប់ឡើងងងឹតណាស់។",
    ];

    private int _number;
    private int _sent;
    private int _lost;

    public static async Task<JunkOutcome> WholeAsync(string dll, int perMinute, TimeSpan span, CancellationToken cancel)
    {
        var folder = Path.Combine(Path.GetTempPath(), "ov_junk_" + Guid.NewGuid().ToString("N"));
        var settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["OurVoice:Demo"] = "true", ["OurVoice:DemoCases"] = "0" };
        await using var server = new Server(dll, folder, settings);
        await server.RunVerbAsync("demo", cancel);
        await server.StartAsync(cancel);
        var outcome = await new JunkRun(server).RunAsync(perMinute, span, cancel);
        await server.KillAsync();
        Directory.Delete(folder, recursive: true);
        return outcome;
    }

    private async Task<JunkOutcome> RunAsync(int perMinute, TimeSpan span, CancellationToken cancel)
    {
        var clock = Stopwatch.StartNew();
        var senders = Enumerable.Range(0, Senders).Select(_ => Task.Run(() => FloodAsync(clock, perMinute, span, cancel), cancel)).ToList();
        var citizens = new List<(string? Number, TimeSpan Took)>();
        for (var i = 0; i < Stories.Length; i++)
        {
            await Task.Delay(span * (i + 1) / (Stories.Length + 1) - clock.Elapsed is { Ticks: > 0 } wait ? wait : TimeSpan.Zero, cancel);
            citizens.Add(await CitizenAsync(Stories[i], cancel));
        }

        await Task.WhenAll(senders);
        var took = clock.Elapsed;
        var (shown, folded) = await LookAsync(cancel);
        return Judge(citizens, took, shown, folded);
    }

    private async Task FloodAsync(Stopwatch clock, int perMinute, TimeSpan span, CancellationToken cancel)
    {
        using var client = new HttpClient { BaseAddress = server.Address };
        while (Next() is var number && number < perMinute * span.TotalMinutes)
        {
            var due = TimeSpan.FromMinutes(number / (double)perMinute);
            await Task.Delay(due > clock.Elapsed ? due - clock.Elapsed : TimeSpan.Zero, cancel);
            try
            {
                var code = await SendAsync(new Phone(client), string.Create(CultureInfo.InvariantCulture, $"ទិញទូរសព្ទថោកៗនៅហាងយើង ទាក់ទងឥឡូវនេះ លេខ {number} {Guid.NewGuid():N}"), cancel);
                Interlocked.Increment(ref code is null ? ref _lost : ref _sent);
            }
            catch (Exception e) when (e is HttpRequestException or InvalidOperationException)
            {
                Interlocked.Increment(ref _lost);
            }
        }
    }

    private int Next() => Interlocked.Increment(ref _number) - 1;

    private async Task<(string? Number, TimeSpan Took)> CitizenAsync(string story, CancellationToken cancel)
    {
        using var client = new HttpClient { BaseAddress = server.Address };
        var (phone, from) = (new Phone(client), Stopwatch.GetTimestamp());
        if (await SendAsync(phone, story, cancel) is not { } code)
        {
            return (null, TimeSpan.Zero);
        }

        var took = Stopwatch.GetElapsedTime(from);
        var fields = (await phone.GetAsync("/km/track", cancel)).Fields();
        fields["code"] = code;
        var page = await phone.PressAsync("/km/track", fields, "open", cancel);
        return (Digits.ToAscii(page.Document.QuerySelectorAll(".standing dd").LastOrDefault()?.TextContent.Trim() ?? ""), took);
    }

    private static async Task<string?> SendAsync(Phone phone, string story, CancellationToken cancel)
    {
        var wish = new Wish("support", "020103", story);
        var filing = new Filing(phone);
        return (await filing.SendAsync(await filing.WalkAsync(wish, cancel), wish, cancel)).Code;
    }

    /// <summary>The whole list of the office, page by page, and what stands behind its lines.</summary>
    private async Task<(HashSet<string> Shown, int Folded)> LookAsync(CancellationToken cancel)
    {
        using var officer = await Officer.SignInAsync(server.Address, "CommuneOfficer", cancel);
        var (shown, folded, phone) = (new HashSet<string>(StringComparer.Ordinal), 0, new Phone(officer));
        for (var address = "/desk/cases"; address is not null;)
        {
            var page = await phone.GetAsync(address, cancel);
            shown.UnionWith(page.Document.QuerySelectorAll("table.worklist tbody th").Select(r => Plain(r.TextContent)));
            folded = page.Document.QuerySelectorAll(".folds a").Sum(f => int.Parse(Plain(f.TextContent.Split(':', '៖')[0]), CultureInfo.InvariantCulture));
            address = page.Document.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }

        return (shown, folded);
    }

    private static string Plain(string text) => new([.. Digits.ToAscii(text).Where(char.IsAsciiDigit)]);

    private JunkOutcome Judge(List<(string? Number, TimeSpan Took)> citizens, TimeSpan took, HashSet<string> shown, int folded)
    {
        var wrong = new List<string>();
        wrong.AddRange(citizens.Where(c => c.Number is null).Select(_ => "A citizen got no receipt."));
        wrong.AddRange(citizens.Where(c => c.Number is not null && !shown.Contains(Plain(c.Number))).Select(_ => "A citizen's case does not stand in the list."));
        var (all, junkShown) = (_sent + citizens.Count(c => c.Number is not null), shown.Count - citizens.Count(c => c.Number is not null));
        if (_lost > 0)
        {
            wrong.Add($"{_lost} pieces of junk got no receipt.");
        }

        if (shown.Count + folded != all)
        {
            wrong.Add($"{all} cases were received, but {shown.Count} stand in the list and {folded} behind its lines.");
        }

        if (junkShown > MostShown)
        {
            wrong.Add($"{junkShown} pieces of junk stand in the list.");
        }

        return new(
            string.Create(CultureInfo.InvariantCulture, $"{_sent} pieces of junk in {took.TotalSeconds:N0} s ({_sent / took.TotalMinutes:N0} a minute), {folded} of them folded behind a line of the list, {junkShown} in the list; {citizens.Count} citizens meanwhile needed {string.Join(", ", citizens.Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Took.TotalSeconds:N1} s")))} for the whole form; {wrong.Count} promises broken."),
            _sent, folded, wrong);
    }
}
