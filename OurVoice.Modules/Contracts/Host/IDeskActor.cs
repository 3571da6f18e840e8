namespace OurVoice.Contracts.Host;

/// <summary>
/// Who is signed in, in a static page, an endpoint under /desk and a circuit alike (scoped). The answer is read again after
/// 20 seconds at the latest; a disabled or signed-out account is nobody.
/// </summary>
public interface IDeskActor
{
    /// <summary>The person, or null when nobody is signed in (any more).</summary>
    Task<DeskIdentity?> FindAsync(CancellationToken cancel);

    /// <summary>The person as the actor of an action at this moment, for the office chosen on the desk.</summary>
    /// <exception cref="RuleBroken">NotFound when nobody is signed in (any more).</exception>
    Task<Actor> ActorAsync(CancellationToken cancel);
}
