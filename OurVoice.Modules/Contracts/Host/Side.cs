namespace OurVoice.Contracts.Host;

/// <summary>
/// Whose case, account, key or outbox row it is. Stored with each; corruption and "send to TI only" are TI's,
/// all else the government's. Starts at 1 so that a side nobody set is no side at all.
/// </summary>
public enum Side
{
    /// <summary>The offices, the ombudsman's offices, the Ministry of Interior and the government's administrators.</summary>
    Government = 1,

    /// <summary>Transparency International Cambodia: own master key, own outbox, own administrators.</summary>
    Ti = 2,
}
