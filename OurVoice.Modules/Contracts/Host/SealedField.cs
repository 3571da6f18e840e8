namespace OurVoice.Contracts.Host;

/// <summary>Where a sealed value stands. All of it is authenticated, so a blob moved to another place does not open.</summary>
/// <param name="Table">Table name, such as <c>cases_message</c>.</param>
/// <param name="CaseId">The case whose key seals it.</param>
/// <param name="Field">Column name.</param>
/// <param name="Version">Layout of the sealed content, starting at 1; raise it when the content's shape changes.</param>
/// <param name="Row">Id of the row where a table has several rows for one case; else leave it empty.</param>
public readonly record struct SealedField(string Table, Guid CaseId, string Field, int Version, Guid Row = default);
