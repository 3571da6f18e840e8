namespace OurVoice.Contracts.Host;

/// <summary>A half of a new password that somebody may still fetch.</summary>
/// <param name="ChangeId">Which change of a password.</param>
/// <param name="Name">Of the person who gets the password.</param>
/// <param name="IsFirst">True for the half that is said first, which is the asker's.</param>
/// <param name="OtherName">Of whoever has the other half.</param>
public sealed record HalfWaiting(Guid ChangeId, string Name, bool IsFirst, string OtherName);

/// <summary>
/// Question of the page on which a second person agrees: on Transparency International's side a new password is made in two halves, one for
/// the administrator who asked and one for whoever agreed, so that neither can sign in with it.
/// </summary>
public interface IPasswordHalves
{
    /// <summary>The halves that wait for this actor, oldest first.</summary>
    Task<IReadOnlyList<HalfWaiting>> WaitingForAsync(Actor actor, CancellationToken cancel);

    /// <summary>The actor's half, which is wiped by this; null when it is not there (any more) or is not the actor's.</summary>
    Task<string?> TakeAsync(Guid changeId, Actor actor, CancellationToken cancel);
}
