namespace OurVoice.Contracts.Places;

/// <summary>An office as it is today.</summary>
/// <param name="Id">The same on every installation: derived from kind and place code.</param>
/// <param name="Kind">What it is.</param>
/// <param name="PlaceCode">Code of its place; null for the Ministry and Transparency International.</param>
/// <param name="NameKm">Khmer name, made from kind and place.</param>
/// <param name="NameEn">English name, made from kind and place.</param>
/// <param name="State">Whether cases may go to it.</param>
public sealed record OfficeInfo(Guid Id, OfficeKind Kind, string? PlaceCode, string NameKm, string NameEn, OfficeState State);
