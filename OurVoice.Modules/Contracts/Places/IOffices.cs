namespace OurVoice.Contracts.Places;

/// <summary>Questions about offices. Read-only, from the last commit: what a running transaction has not committed is not seen.</summary>
public interface IOffices
{
    /// <summary>The office, or null.</summary>
    Task<OfficeInfo?> FindAsync(Guid id, CancellationToken cancellation);

    /// <summary>All offices of these ids that exist, in no order.</summary>
    Task<IReadOnlyList<OfficeInfo>> FindAllAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellation);

    /// <summary>Offices standing at exactly this place, in the order of their kinds. Empty for a village and an unknown code.</summary>
    Task<IReadOnlyList<OfficeInfo>> AtPlaceAsync(string code, CancellationToken cancellation);

    /// <summary>The office of a kind that serves a place: at the place itself or at the place above it that has this kind.</summary>
    /// <param name="kind">Ministry and TransparencyInternational are found whatever the code.</param>
    /// <param name="code">Code of any level; null only for the two offices without a place.</param>
    /// <param name="cancellation">Ends the query.</param>
    /// <returns>Null if the code is unknown or stands above the kind's level.</returns>
    Task<OfficeInfo?> OfKindAtAsync(OfficeKind kind, string? code, CancellationToken cancellation);

    /// <summary>Every government office at the places above this office's own place, nearest first, the Ministry last; never Transparency International.</summary>
    Task<IReadOnlyList<OfficeInfo>> AboveAsync(Guid id, CancellationToken cancellation);
}
