using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OurVoice.Cases.Accept;
using OurVoice.Cases.Access;
using OurVoice.Cases.Acting;
using OurVoice.Cases.Assess;
using OurVoice.Cases.Consents;
using OurVoice.Cases.Decline;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Host.Demo;
using OurVoice.Contracts.Places;

namespace OurVoice.Cases.Demo;

/// <summary>Transparency International's work on the demo's invented reports: some wait, some are taken up, some declined, some ask for consent.</summary>
internal sealed class DemoTiWork(IRunner runner, CaseDesk desk, IDbContextFactory<OurVoiceDb> databases, TimeProvider time) : IDemoStep
{
    private const string Assessment = "[សាកល្បង] រឿងនេះស្ថិតក្នុងការងាររបស់យើង។ កុំហៅទូរស័ព្ទ។";
    private const string Advice = "[សាកល្បង] រឿងនេះមិនមែនជាអំពើពុករលួយទេ។ សូមទៅការិយាល័យប្រជាពលរដ្ឋនៃស្រុក ដោយយកបង្កាន់ដៃទៅជាមួយ។";
    private const string Question = "[សាកល្បង] តើយើងអាចប្រាប់អង្គភាពប្រឆាំងអំពើពុករលួយ អំពីទីកន្លែង និងចំនួនប្រាក់ ដោយមិនប្រាប់ថាអ្នកណារាយការណ៍បានទេ?";

    public int Order => 35;

    public async Task SeedAsync(int cases, TextWriter output, CancellationToken cancel)
    {
        var now = time.GetUtcNow().UtcDateTime;
        List<(Guid Id, DateTime At)> all;
        await using (var db = await databases.CreateDbContextAsync(cancel))
        {
            all = [.. (await db.Set<Case>().AsNoTracking().Where(c => c.Side == Side.Ti).OrderBy(c => c.ListedFrom).ThenBy(c => c.Number)
                .Select(c => new { c.Id, c.ListedFrom }).ToListAsync(cancel)).Select(c => (c.Id, c.ListedFrom))];
        }

        foreach (var ((id, listed), number) in all.Select((c, i) => (c, i)))
        {
            var at = listed.AddDays(2 + DemoSheet.Draw(number, "days", 4));
            if (at < now && number % 4 != 3 && await WorkerAsync(id, at, cancel) is { } worker)
            {
                await TryAsync(id, number, worker, cancel);
            }
        }

        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"Demo: {all.Count} cases at Transparency International"));
    }

    // Each act has an id of its own, so a demo that was killed here goes on; what is closed already refuses what led there.
    private async Task TryAsync(Guid id, int number, Actor worker, CancellationToken cancel)
    {
        try
        {
            await WorkAsync(id, number, worker, cancel);
        }
        catch (RuleBroken)
        {
            return;
        }
    }

    // Always the same person for a case; a report about TI's people has the head.
    private async Task<Actor?> WorkerAsync(Guid id, DateTime at, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var members = await db.WorkingMembers(at).Where(m => m.OfficeId == OfficeIds.TransparencyInternational).OrderBy(m => m.AccountId).Select(m => m.AccountId).ToListAsync(cancel);
        foreach (var member in members)
        {
            if (await db.HoldingCases(member, at).AnyAsync(c => c.Id == id, cancel))
            {
                return new(ActorKind.Officer, member, OfficeIds.TransparencyInternational, at, Lang.Km);
            }
        }

        return null;
    }

    private async Task WorkAsync(Guid id, int number, Actor actor, CancellationToken cancel)
    {
        var urgency = Enum.GetValues<Urgency>()[DemoSheet.Draw(number, "urgency", 4)];
        var first = await VersionAsync(id, cancel);
        await desk.RunAsync<AssessCase>(id, actor, (a, key) => a.ExecuteAsync(new(id, DemoSheet.IdOf(id, actor.At), first, urgency, Assessment), key, actor, cancel), cancel);
        var version = await VersionAsync(id, cancel);
        if (number % 4 == 2)
        {
            await desk.RunAsync<DeclineCase>(id, actor, (a, key) => a.ExecuteAsync(new(id, DemoSheet.IdOf(id, actor.At.AddTicks(1)), version, Advice), key, actor, cancel), cancel);
            return;
        }

        await runner.RunAsync<AcceptCase>(actor, a => a.ExecuteAsync(new(id, DemoSheet.IdOf(id, actor.At.AddTicks(1)), version), actor, cancel), cancel);
        if (number % 4 == 1)
        {
            var seen = await VersionAsync(id, cancel);
            await desk.RunAsync<AskConsent>(id, actor, (a, key) => a.ExecuteAsync(new(id, DemoSheet.IdOf(id, actor.At.AddTicks(2)), seen, new("acu", Name: null), Question), key, actor, cancel), cancel);
        }
    }

    private async Task<int> VersionAsync(Guid id, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Set<Case>().Where(c => c.Id == id).Select(c => c.Version).SingleAsync(cancel);
    }
}
