namespace OurVoice.Cases.Figures.ShowFigures;

/// <param name="Unit">Code of a place, or of small ones together.</param>
/// <param name="Name">In the reader's language; null for what has no name of its own.</param>
/// <param name="Places">How many places with cases it holds.</param>
/// <param name="Total">Null: fewer than 10.</param>
/// <param name="Cells">By column; null when the row is not broken down.</param>
/// <param name="HasParts">There is something to see below.</param>
internal sealed record FigureLine(string Unit, string? Name, int Places, int? Total, IReadOnlyList<int>? Cells, bool HasParts);

/// <summary>The total of a place that was too small for a month.</summary>
/// <param name="HasParts">Places below it have a total here too.</param>
internal sealed record TwelveLine(string Unit, string? Name, int Count, bool HasParts);

/// <param name="From">First day of the twelve months.</param>
/// <param name="Lines">The shown place itself and its parts, as far as they are in no month's table.</param>
internal sealed record TwelveView(DateOnly From, IReadOnlyList<TwelveLine> Lines);

/// <param name="Query">What is shown; its month is set.</param>
/// <param name="Months">Published months, newest first.</param>
/// <param name="Columns">Values; none when the table is not published in this month.</param>
/// <param name="Path">From the country down to the shown place.</param>
/// <param name="Whole">The place itself; null when it is not shown by itself this month.</param>
/// <param name="Lines">Its parts.</param>
/// <param name="Twelve">The newest twelve months that began by the shown month; null when none were cut.</param>
/// <param name="Years">Reports of corruption by year; null for fewer than 10.</param>
internal sealed record FiguresView(
    FiguresQuery Query, IReadOnlyList<DateOnly> Months, IReadOnlyList<string> Columns, IReadOnlyList<(string Code, string? Name)> Path,
    FigureLine? Whole, IReadOnlyList<FigureLine> Lines, TwelveView? Twelve, IReadOnlyList<(int Year, int? Reports)> Years);
