using System.Data;
using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Host;

namespace OurVoice.Web.Running;

/// <summary>See <see cref="IRunner"/>.</summary>
internal sealed class Runner(IServiceScopeFactory scopes, IWriteGate gate, ILogger<Runner> log) : IRunner
{
    // As many writers of one row as may meet, for each round lets one of them through.
    private const int Runs = 10;

    public async Task<TResult> RunAsync<TAction, TResult>(Actor actor, Func<TAction, Task<TResult>> act, CancellationToken cancel)
        where TAction : class, IAction
    {
        for (var run = 1; ; run++)
        {
            try
            {
                return await OnceAsync(actor, act, cancel);
            }
            catch (Exception e) when (run < Runs && !cancel.IsCancellationRequested && Faults.IsWorthAnotherRun(e))
            {
                // The type only: a provider's message may quote the values of a row.
                log.LogInformation("Run {Run} of {Action} is repeated after {Fault}", run, typeof(TAction).Name, e.GetBaseException().GetType().Name);
                await Task.Delay(Random.Shared.Next(5, 25) * run, cancel);
            }
        }
    }

    public Task RunAsync<TAction>(Actor actor, Func<TAction, Task> act, CancellationToken cancel)
        where TAction : class, IAction =>
        RunAsync<TAction, bool>(
            actor,
            async action =>
            {
                await act(action);
                return true;
            },
            cancel);

    private async Task<TResult> OnceAsync<TAction, TResult>(Actor actor, Func<TAction, Task<TResult>> act, CancellationToken cancel)
        where TAction : class, IAction
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<OurVoiceDb>();
        var action = scope.ServiceProvider.GetRequiredService<TAction>();
        using var turn = await gate.EnterAsync(actor.Kind == ActorKind.Citizen, cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(Isolation(db), cancel);
        var result = await act(action);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(CancellationToken.None);
        return result;
    }

    // An action that asks twice must not see another one's commit in between: it would refuse as "done already" what is the
    // same request twice. PostgreSQL then refuses the later writer, who runs again. SQLite has one writer; on SQL Server the
    // higher levels lock, so its row versioning stays.
    private static IsolationLevel Isolation(OurVoiceDb db) => db.Database.IsNpgsql() ? IsolationLevel.RepeatableRead : IsolationLevel.Unspecified;
}
