namespace OurVoice.Contracts.Places;

/// <summary>Questions about provinces, districts, communes and villages. Read-only, from the database's last commit.</summary>
public interface IPlaces
{
    /// <summary>The place of a code as it was called on a day.</summary>
    /// <param name="code">Official code.</param>
    /// <param name="on">Day in Cambodia; null for today.</param>
    /// <param name="cancellation">Ends the query.</param>
    /// <returns>Null if there is no such code, or it was not in force that day.</returns>
    Task<PlaceInfo?> FindAsync(string code, DateOnly? on, CancellationToken cancellation);

    /// <summary>Places in force today directly below a code; the provinces for null. In order of their codes.</summary>
    Task<IReadOnlyList<PlaceInfo>> ChildrenAsync(string? code, CancellationToken cancellation);

    /// <summary>The place and those above it, province first, as they were called on a day (null: today). Empty if the code is not in force.</summary>
    Task<IReadOnlyList<PlaceInfo>> PathAsync(string code, DateOnly? on, CancellationToken cancellation);

    /// <summary>Places in force today whose name in either script resembles the words, best first.</summary>
    /// <param name="words">As typed: folded here. Under two letters after the fold: an empty answer.</param>
    /// <param name="take">At most so many, up to 100.</param>
    /// <param name="cancellation">Ends the query.</param>
    Task<IReadOnlyList<PlaceInfo>> SearchAsync(string words, int take, CancellationToken cancellation);

    /// <summary>The code that stands today for a code.</summary>
    /// <returns>The code itself while it is in force; its successor once that is certain or confirmed; null if the successor is only guessed or unknown.</returns>
    Task<string?> CurrentCodeAsync(string code, CancellationToken cancellation);
}
