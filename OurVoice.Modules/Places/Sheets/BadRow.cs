namespace OurVoice.Places.Sheets;

/// <summary>What is wrong with one cell of an imported file. <c>Expected</c> is a key of PlacesText, <c>Args</c> fill it.</summary>
internal sealed record BadRow(string File, int Line, string Column, string Found, string Expected, IReadOnlyList<object> Args);
