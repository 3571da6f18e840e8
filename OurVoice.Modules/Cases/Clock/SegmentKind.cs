namespace OurVoice.Cases.Clock;

/// <summary>Stored; never renumber.</summary>
internal enum SegmentKind
{
    Running = 1,
    Paused = 2,
}

/// <summary>Why a segment began. Stored; never renumber.</summary>
internal enum SegmentReason
{
    Received = 1,
    WaitingForCitizen = 2,
    Resumed = 3,
    Transferred = 4,
    Climbed = 5,
    Reopened = 6,
    ParkedCap = 7,
}
