using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OurVoice.Bench.Serving;
using OurVoice.Cases;
using OurVoice.Cases.Ladder;
using OurVoice.Contracts.Host;

namespace OurVoice.Bench.Once;

/// <summary>What a run came to; <paramref name="Wrong"/> is empty when each case was moved exactly once.</summary>
internal sealed record OnceOutcome(string Summary, int Cases, int Climbed, int Kills, List<string> Wrong);

/// <summary>
/// Several processes climb the same due cases, are killed with -9 again and again, and replaced. At each kill all claims end, the living workers'
/// too, as if five minutes had passed: so two of them often hold the same case.
/// </summary>
/// <param name="server">Starts the processes on the database.</param>
/// <param name="read">Opens the same database here.</param>
/// <param name="workers">Processes at once.</param>
/// <param name="kills">How many of them die.</param>
internal sealed class OnceRun(Server server, Func<OurVoiceDb> read, int workers, int kills)
{
    private int _killed;

    public async Task<OnceOutcome> RunAsync(CancellationToken cancel)
    {
        var judgement = await BeforeAsync(cancel);
        var before = judgement.Levels;
        var clock = Stopwatch.StartNew();
        using var crew = new Workers(server, workers, new Random(1));
        crew.Replace();
        while (await LeftAsync(cancel) is var left && left > 0)
        {
            if (before.Count - left >= before.Count * (_killed + 1) / (kills + 1) && _killed < kills)
            {
                await crew.KillOneAsync();
                await EndClaimsAsync(cancel);
                _killed++;
            }

            // One that ended found nothing that was free: then what is left is a dead one's.
            if (crew.HasEnded)
            {
                await EndClaimsAsync(cancel);
            }

            crew.Replace();
            await Task.Delay(20, cancel);
        }

        await crew.EndAsync(cancel);
        var took = clock.Elapsed;
        await using var db = read();
        var (climbed, wrong) = await judgement.AfterAsync(db, cancel);
        wrong.AddRange(crew.Broken > 0 ? [$"{crew.Broken} workers ended badly though nobody killed them"] : []);
        return new(
            string.Create(CultureInfo.InvariantCulture, $"{before.Count:N0} due cases, {workers} processes, {_killed} kills: {climbed:N0} climbed in {took.TotalSeconds:N0} s, {wrong.Count} promises broken"),
            before.Count, climbed, _killed, wrong);
    }

    private static IQueryable<Case> Due(OurVoiceDb db) => db.Set<Case>().Where(c => c.Side == Side.Government && c.NextEventAt <= DateTime.UtcNow);

    private async Task<OnceJudgement> BeforeAsync(CancellationToken cancel)
    {
        await using var db = read();
        return await OnceJudgement.BeforeAsync(db, Due(db), cancel);
    }

    private async Task<int> LeftAsync(CancellationToken cancel)
    {
        await using var db = read();
        return await Due(db).CountAsync(c => c.Failures == 0, cancel);
    }

    private async Task EndClaimsAsync(CancellationToken cancel)
    {
        await using var db = read();
        await Due(db).Where(c => c.ClaimedUntil != null && c.Failures == 0).ExecuteUpdateAsync(set => set.SetProperty(c => c.ClaimedUntil, DateTime.UtcNow), cancel);
    }
}
