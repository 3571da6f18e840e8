using OurVoice.Contracts.Places;

namespace OurVoice.Places;

/// <summary>
/// A place under one name and type, in a span of days. A renamed place has a row for each name, so that a case can show
/// the name of its day; nothing is ever deleted.
/// </summary>
internal sealed class Place
{
    public const int NameLength = 80;

    /// <summary>Stands for "since nobody knows when".</summary>
    public static readonly DateOnly Ever = new(1900, 1, 1);

    public Guid Id { get; private set; } = Guid.NewGuid();

    public required string Code { get; init; }

    public string? ParentCode { get; private set; }

    public PlaceLevel Level { get; private set; }

    public PlaceType Type { get; private set; }

    public string NameKm { get; private set; } = "";

    public string NameEn { get; private set; } = "";

    public string? NameEnAlt { get; private set; }

    public DateOnly ValidFrom { get; private set; }

    public DateOnly? ValidTo { get; private set; }

    /// <summary>True if the code itself ended with this row, false if only the name did.</summary>
    public bool Retired { get; private set; }

    public string SearchText { get; private set; } = "";

    public int Version { get; private set; }

    public static Place Of(PlaceRow row, DateOnly from, DateOnly? to)
    {
        var place = new Place { Code = row.Code, ParentCode = row.ParentCode, Level = row.Level, ValidFrom = from, ValidTo = to };
        place.Say(row);
        return place;
    }

    public bool Says(PlaceRow row) => HasNameOf(row) && string.Equals(NameEnAlt, row.NameEnAlt, StringComparison.Ordinal)
        && string.Equals(NameEn, row.NameEn, StringComparison.Ordinal);

    /// <summary>Whether a row is this very name and type; the romanised spelling may be corrected without making a new one.</summary>
    public bool HasNameOf(PlaceRow row) => Type == row.Type && string.Equals(NameKm, row.NameKm, StringComparison.Ordinal);

    public void Say(PlaceRow row)
    {
        (Type, NameKm, NameEn, NameEnAlt) = (row.Type, row.NameKm, row.NameEn, row.NameEnAlt);
        SearchText = PlaceSearch.TextOf(NameKm, NameEn, NameEnAlt);
        Version++;
    }

    public void Span(DateOnly from, DateOnly? to)
    {
        if ((ValidFrom, ValidTo) == (from, to))
            return;
        (ValidFrom, ValidTo) = (from, to);
        Version++;
    }

    public void Retire(DateOnly from, DateOnly last)
    {
        if (!Retired)
            Version++;
        Retired = true;
        Span(from, last);
    }

    public PlaceInfo ToInfo() => new(
        Code, ParentCode, Level, Type, NameKm, NameEn, NameEnAlt, ValidFrom == Ever ? null : ValidFrom, ValidTo);
}
