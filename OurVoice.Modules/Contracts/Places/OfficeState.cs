namespace OurVoice.Contracts.Places;

/// <summary>Whether an office takes cases.</summary>
public enum OfficeState
{
    /// <summary>Known, but nobody works in it on Our Voice yet. Nothing is routed to it.</summary>
    NotOpen = 0,

    /// <summary>It has, or has had, members. Whether one of them may take a case now is for the routing to ask.</summary>
    Open = 1,

    /// <summary>Closed for good, or its place no longer exists.</summary>
    Closed = 2,
}
