namespace OurVoice.Contracts.Places;

/// <summary>
/// One stretch in which an office is open on a day, in local time (Asia/Phnom_Penh, UTC+7), whole minutes.
/// The office is open at <paramref name="From"/> and no longer at <paramref name="To"/>.
/// </summary>
/// <param name="From">First open minute, local.</param>
/// <param name="To">First closed minute, local; later than <paramref name="From"/> on the same day.</param>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
public readonly record struct Opening(TimeOnly From, TimeOnly To)
{
    /// <summary>How long the office is open in this stretch.</summary>
    public TimeSpan Length => To - From;
}
