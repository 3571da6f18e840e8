using OurVoice.Contracts.Places;

namespace OurVoice.Places.ImportHistory;

/// <summary>A name or a code that ended. The days are those of the data releases in which it was first and last seen.</summary>
/// <param name="Code">The code.</param>
/// <param name="Retired">True if the code ended, false if only its name did.</param>
/// <param name="NameEn">Old romanised name.</param>
/// <param name="NameKm">Old Khmer name.</param>
/// <param name="First">First day known.</param>
/// <param name="Last">Last day known.</param>
/// <param name="SuccessorCode">Code that took over, or null.</param>
/// <param name="Guessed">Whether the successor is a guess.</param>
internal sealed record HistoryRow(string Code, bool Retired, string NameEn, string NameKm, DateOnly First, DateOnly Last, string? SuccessorCode, bool Guessed)
{
    public PlaceRow As(PlaceType type) => new(Code, type, NameKm, NameEn, NameEnAlt: null);
}
