using System.Globalization;
using OurVoice.Contracts.Places;

namespace OurVoice.Places.BuiltIn;

/// <summary>Services known without any import.</summary>
internal static class ServiceFacts
{
    private static readonly Lazy<IReadOnlyList<ServiceRow>> Facts = new(() =>
    [
        .. Read("services-commune.txt", PlaceLevel.Commune),
        .. Read("services-district.txt", PlaceLevel.District),
        .. Read("services-province.txt", PlaceLevel.Province),
    ]);

    public static IReadOnlyList<ServiceRow> All => Facts.Value;

    private static List<ServiceRow> Read(string file, PlaceLevel level)
    {
        var rows = new List<ServiceRow>();
        var sector = (En: "", Km: "");
        foreach (var line in FactLines.Of(file))
        {
            if (line.StartsWith("== ", StringComparison.Ordinal))
                sector = Names(line[3..]) is var (en, km) ? (en, km!) : default;
            else if (line[0] == ' ')
                rows[^1] = With(rows[^1], line.Trim());
            else
                rows.Add(Open(line, level, sector));
        }

        return rows;
    }

    private static ServiceRow Open(string line, PlaceLevel level, (string En, string Km) sector)
    {
        var (code, names) = FactLines.Cut(line, ": ");
        var (en, km) = Names(names!);
        return new ServiceRow(code, level, sector.En, sector.Km, en, km);
    }

    private static (string En, string? Km) Names(string text) => FactLines.Cut(text, " = ");

    private static ServiceRow With(ServiceRow row, string line)
    {
        var (key, value) = FactLines.Cut(line, " ");
        return key switch
        {
            "fee" => row with { Fee = long.Parse(value!, CultureInfo.InvariantCulture) },
            "reduced" => row with { ReducedFee = long.Parse(value!, CultureInfo.InvariantCulture) },
            "unit" => row with { FeeUnit = value },
            "days" => row with { MaxWorkingDays = int.Parse(value!, CultureInfo.InvariantCulture) },
            "deadline" => row with { CitizenDeadline = value },
            "valid" => row with { Validity = value },
            "documents" => row with { Documents = value },
            "law" => row with { LegalBasis = value },
            "source" => row with { Source = value },
            "dated" => row with { SourceDate = value },
            "sure" => row with { Evidence = FeeEvidenceWords.Parse(value) ?? throw Unknown(line), EvidenceRemark = value },
            "khmer" => row with { KhmerConfidence = value },
            "note" => row with { Note = value },
            _ => throw Unknown(line),
        };
    }

    private static FormatException Unknown(string line) => new($"The fact files have no line like: {line}");
}
