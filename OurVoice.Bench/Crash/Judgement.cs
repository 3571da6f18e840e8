using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OurVoice.Bench.Citizens;
using OurVoice.Bench.Serving;
using OurVoice.Contracts.Intake;
using OurVoice.Intake.Receipt;
using OurVoice.Intake.Submissions;

namespace OurVoice.Bench.Crash;

/// <summary>What is wrong after the kills; empty when every promise was kept.</summary>
internal static class Judgement
{
    /// <summary>Every receipt shown must open its case on the tracking page of the running server.</summary>
    public static async Task<List<string>> TrackAsync(Server server, IEnumerable<Shown> receipts, CancellationToken cancel)
    {
        var wrong = new List<string>();
        using var client = new HttpClient { BaseAddress = server.Address };
        var phone = new Phone(client);
        foreach (var receipt in receipts)
        {
            var door = await phone.GetAsync("/km/track", cancel);
            var fields = door.Fields();
            fields["code"] = receipt.Code;
            var page = await phone.PressAsync("/km/track", fields, "open", cancel);
            if (page.Document.QuerySelector("input[name=token]") is null)
            {
                wrong.Add("A receipt that was shown opens nothing.");
            }
        }

        return wrong;
    }

    /// <summary>Each occurs once, decrypts to what was sent, and no file is left that no case has.</summary>
    public static async Task<List<string>> StoredAsync(string folder, IEnumerable<Shown> receipts, CancellationToken cancel)
    {
        await using var inside = await Inside.OpenAsync(folder, TimeSpan.FromDays(3));
        var wrong = new List<string>();
        var hashes = inside.Services.GetRequiredService<ReceiptHash>();
        var reader = inside.Services.GetRequiredService<ISubmissionReader>();
        await using (var db = inside.Read())
        {
            foreach (var receipt in receipts)
            {
                wrong.AddRange(await OneAsync(db, hashes, reader, receipt, cancel));
            }
        }

        await inside.SweepAsync(cancel);
        wrong.AddRange(await StrayAsync(inside, folder, cancel));
        return wrong;
    }

    private static async Task<List<string>> OneAsync(DbContext db, ReceiptHash hashes, ISubmissionReader reader, Shown receipt, CancellationToken cancel)
    {
        var candidates = hashes.Candidates(ReceiptCode.Read(receipt.Code).Code!).ToList();
        var ids = await db.Set<Submission>().Where(s => candidates.Contains(s.ReceiptHash)).Select(s => s.Id).ToListAsync(cancel);
        if (ids.Count != 1)
        {
            return [$"A receipt stands for {ids.Count} submissions."];
        }

        var content = await reader.ReadAsync(ids[0], cancel);
        var wrong = new List<string>();
        if (content is null || Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(content.Story))) != receipt.Hash)
        {
            wrong.Add("A story does not decrypt to what was sent.");
        }

        if ((content?.Files.Count ?? 0) != (receipt.HasFile ? 1 : 0))
        {
            wrong.Add($"A case has {content?.Files.Count} files where {(receipt.HasFile ? 1 : 0)} was sent.");
        }

        return wrong;
    }

    private static async Task<List<string>> StrayAsync(Inside inside, string folder, CancellationToken cancel)
    {
        await using var db = inside.Read();
        var known = await db.Set<Attachment>().Select(a => new { a.Id, a.CleanId }).ToListAsync(cancel);
        var names = known.SelectMany(a => new[] { a.Id, a.CleanId ?? a.Id }).Select(id => id.ToString("N")).ToHashSet(StringComparer.Ordinal);
        var onDisk = new[] { "staging", "files" }.Select(f => Path.Combine(folder, "data", f)).Where(Directory.Exists)
            .SelectMany(f => Directory.EnumerateFiles(f, "*", SearchOption.AllDirectories)).ToList();
        var stray = onDisk.Where(f => !names.Contains(Path.GetFileNameWithoutExtension(f).Replace("-", "", StringComparison.Ordinal))).ToList();
        var kept = onDisk.Except(stray).Count();
        return [.. stray.Select(f => $"A stray file is left: {Path.GetRelativePath(folder, f)}"), .. kept < known.Count ? [$"{known.Count - kept} files of cases are gone."] : Array.Empty<string>()];
    }
}
