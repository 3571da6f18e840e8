using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OurVoice.Cases;
using OurVoice.Cases.Consents;
using OurVoice.Cases.Timeline;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;

namespace OurVoice.Tests.Matrix;

/// <summary>Runs actions of the product inside one transaction of the real runner.</summary>
internal sealed class Try(OurVoiceDb db, IServiceProvider scope) : IAction
{
    /// <summary>One after the other, and whatever they wrote is committed.</summary>
    public async Task<string> ManyAsync(IEnumerable<(string Name, Trial Trial)> trials, Func<Trial, Task> act)
    {
        List<string> wrong = [];
        foreach (var (name, trial) in trials)
        {
            if (await Trial.OutcomeAsync(() => act(trial with { Scope = scope, Db = db, Request = Guid.NewGuid() })) is not '-' and var other)
            {
                wrong.Add($"{name}: {other}");
                db.ChangeTracker.Clear();
            }
        }

        return string.Join('\n', db.ChangeTracker.HasChanges() ? [.. wrong, "something is tracked to be written"] : wrong);
    }

    /// <summary>With what must have happened before; nothing is kept.</summary>
    public async Task OnceAsync(Trial trial, Func<Trial, Task> before, Func<Trial, Task> act)
    {
        trial = trial with { Scope = scope, Db = db };
        await before(trial);
        await db.SaveChangesAsync();
        await act(trial);
        await db.SaveChangesAsync();
        throw new Undone();
    }

    internal sealed class Undone : Exception;
}

/// <summary>Somebody and a case.</summary>
internal sealed record Trial(Guid CaseId, int Version, CaseKey Key, Actor Actor)
{
    public Guid Request { get; init; } = Guid.NewGuid();

    public IServiceProvider Scope { get; init; } = default!;

    public OurVoiceDb Db { get; init; } = default!;

    /// <summary>'+' done, 'r' a rule of the act, '-' as if there were no such case.</summary>
    public static async Task<char> OutcomeAsync(Func<Task> act)
    {
        try
        {
            await act();
            return '+';
        }
        catch (Try.Undone)
        {
            return '+';
        }
        catch (RuleBroken broken)
        {
            return broken.Rule == "NotFound" ? '-' : 'r';
        }
    }

    public Task DoAsync<TAction>(Func<TAction, Task> act)
        where TAction : class, IAction => act(Scope.GetRequiredService<TAction>());

    public Task BeAsync(CaseState state) => Db.Set<Case>().Where(c => c.Id == CaseId).ExecuteUpdateAsync(set => set.SetProperty(c => c.State, state), default);

    public Task AssessedAsync()
    {
        Db.Add(new Entry { Id = Guid.NewGuid(), CaseId = CaseId, Sequence = 900, Cycle = 1, Level = 0, Kind = EntryKind.Assessed, IsPublic = false, At = Actor.At });
        return Task.CompletedTask;
    }

    public Task AgreedAsync()
    {
        Db.Add(new Consent
        {
            Id = Guid.NewGuid(), CaseId = CaseId, BodyCode = "acu", AskedOn = PhnomPenh.DateOf(Actor.At), State = ConsentState.Given, ByCall = false, CountsFrom = Actor.At,
        });
        return Task.CompletedTask;
    }
}
