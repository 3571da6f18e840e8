namespace OurVoice.Contracts.Host;

/// <summary>Who is behind an action.</summary>
public enum ActorKind
{
    /// <summary>A visitor of the public site; has no account and is never told apart from another.</summary>
    Citizen,

    /// <summary>A signed-in account, acting for an office.</summary>
    Officer,

    /// <summary>A sweep, an import, a seed or a verb of the host program.</summary>
    System,
}

/// <summary>
/// Who acts, for which office, at what moment and in which language. Every action takes one, so that no action asks the
/// clock or the request by itself: a demo case of last March is made by the same code as one of today.
/// </summary>
/// <param name="Kind">Who is behind it.</param>
/// <param name="AccountId">The account, for <see cref="ActorKind.Officer"/>; null otherwise.</param>
/// <param name="OfficeId">The office the account acts for; null for citizens and the system.</param>
/// <param name="At">The instant, UTC (Kind Utc).</param>
/// <param name="Language">The language the actor reads.</param>
public sealed record Actor(ActorKind Kind, Guid? AccountId, Guid? OfficeId, DateTime At, Lang Language)
{
    /// <summary>A citizen at this moment.</summary>
    public static Actor Citizen(TimeProvider time, Lang language) => new(ActorKind.Citizen, null, null, Now(time), language);

    /// <summary>The system at this moment. Its language is Khmer, the first language of the house.</summary>
    public static Actor System(TimeProvider time) => new(ActorKind.System, null, null, Now(time), Lang.Km);

    /// <summary>An account acting for an office at this moment.</summary>
    public static Actor Officer(TimeProvider time, Guid accountId, Guid? officeId, Lang language) =>
        new(ActorKind.Officer, accountId, officeId, Now(time), language);

    private static DateTime Now(TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        return time.GetUtcNow().UtcDateTime;
    }
}
