namespace OurVoice.Contracts.Places;

/// <summary>Questions about public services.</summary>
public interface IServices
{
    /// <summary>The service of a code, or null.</summary>
    Task<ServiceInfo?> FindAsync(string code, CancellationToken cancellation);

    /// <summary>Services that an office of this kind provides, in order of sector and code. Empty for ombudsmen, the Ministry and TI.</summary>
    Task<IReadOnlyList<ServiceInfo>> OfOfficeAsync(OfficeKind kind, CancellationToken cancellation);

    /// <summary>Services whose name or sector resembles the words in either script, best first; all, by sector, for empty words.</summary>
    Task<IReadOnlyList<ServiceInfo>> SearchAsync(string? words, CancellationToken cancellation);
}
