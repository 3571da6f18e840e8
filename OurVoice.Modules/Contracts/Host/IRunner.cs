namespace OurVoice.Contracts.Host;

/// <summary>
/// Marks a class whose instance does one write. It is made in a scope of its own, takes the scope's <see cref="OurVoiceDb"/>
/// and MediatR's IMediator by constructor, never saves and never commits, and has no effect outside the context: the
/// runner may call it again from the beginning. Its public method takes an <see cref="Actor"/>.
/// Register with <c>services.AddAction&lt;T&gt;()</c>.
/// </summary>
public interface IAction;

/// <summary>
/// Does every write: own scope, one <see cref="OurVoiceDb"/>, one transaction; the action and all event handlers use that
/// context; one save; commit. A transient fault, a lost update or a unique key that another writer took first runs the
/// whole delegate again (fresh scope), at most ten times.
/// </summary>
public interface IRunner
{
    /// <summary>Runs <paramref name="act"/> on a fresh <typeparamref name="TAction"/> inside one transaction.</summary>
    /// <param name="actor">Who asks; citizens go first at SQLite's write gate.</param>
    /// <param name="act">The call; everything it awaits must be the database.</param>
    /// <param name="cancel">Cancels until the commit begins.</param>
    /// <exception cref="RuleBroken">The action refused; nothing was written.</exception>
    Task<TResult> RunAsync<TAction, TResult>(Actor actor, Func<TAction, Task<TResult>> act, CancellationToken cancel)
        where TAction : class, IAction;

    /// <summary>As the other, for an action that returns nothing.</summary>
    /// <exception cref="RuleBroken">The action refused; nothing was written.</exception>
    Task RunAsync<TAction>(Actor actor, Func<TAction, Task> act, CancellationToken cancel)
        where TAction : class, IAction;
}
