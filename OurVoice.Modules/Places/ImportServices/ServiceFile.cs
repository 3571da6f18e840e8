using OurVoice.Contracts.Places;
using OurVoice.Places.Sheets;

namespace OurVoice.Places.ImportServices;

/// <summary>Reads and judges a file of services. An empty fee stays unknown; only a written 0 is free.</summary>
internal sealed class ServiceFile(List<BadRow> bad)
{
    private const long MostRiel = 100_000_000_000;
    private const int MostDays = 1_000;

    private static readonly string[] Required =
    [
        "service_code", "provider_level", "sector_en", "sector_km", "name_en", "name_km", "fee_khr", "fee_concession_khr", "fee_unit",
        "max_working_days", "citizen_deadline", "validity", "legal_basis", "source", "source_date", "fee_time_confidence",
        "km_name_confidence", "note",
    ];

    public IReadOnlyList<ServiceRow> Read(string path, CancellationToken cancellation)
    {
        var rows = new Dictionary<string, (ServiceRow Row, SheetRow At)>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in new SheetReader(bad).Read(path, Required, cancellation))
        {
            if (Judge(row) is { } service && !rows.TryAdd(service.Code, (service, row)))
                row.Refuse("service_code", "Expected_Once", rows[service.Code].At.Line);
        }

        return [.. rows.Values.Select(r => r.Row)];
    }

    private static ServiceRow? Judge(SheetRow row)
    {
        var code = row["service_code"];
        if (code.Length is 0 or > ServiceTable.CodeLength || !code.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
            row.Refuse("service_code", "Expected_ServiceCode", ServiceTable.CodeLength);
        var service = new ServiceRow(
            code, Level(row), row.LatinName("sector_en", ServiceTable.NameLength), row.KhmerName("sector_km", ServiceTable.NameLength),
            row.LatinName("name_en", ServiceTable.NameLength), row["name_km"].Length == 0 ? null : row.KhmerName("name_km", ServiceTable.NameLength))
        {
            Fee = row.Amount("fee_khr", MostRiel),
            ReducedFee = row.Amount("fee_concession_khr", MostRiel),
            FeeUnit = row.Text("fee_unit", ServiceTable.ShortLength),
            MaxWorkingDays = (int?)row.Amount("max_working_days", MostDays),
            CitizenDeadline = row.Text("citizen_deadline", ServiceTable.ShortLength),
            Validity = row.Text("validity", ServiceTable.ShortLength),
            Documents = row.Text("documents", ServiceTable.DocumentsLength),
            LegalBasis = row.Text("legal_basis", ServiceTable.LongLength),
            Source = row.Text("source", ServiceTable.LongLength),
            SourceDate = row.Text("source_date", ServiceTable.ShortLength),
            Evidence = Evidence(row),
            EvidenceRemark = row.Text("fee_time_confidence", ServiceTable.LongLength),
            KhmerConfidence = row.Text("km_name_confidence", ServiceTable.ShortLength),
            Note = row.Text("note", ServiceTable.LongLength),
        };
        return row.IsGood ? service : null;
    }

    private static PlaceLevel Level(SheetRow row)
    {
        var level = row["provider_level"] switch
        {
            "commune" => PlaceLevel.Commune,
            "district" => PlaceLevel.District,
            "province" => PlaceLevel.Province,
            _ => default,
        };
        if (level == default)
            row.Refuse("provider_level", "Expected_OneOf", "commune, district, province");
        return level;
    }

    private static FeeEvidence Evidence(SheetRow row)
    {
        if (FeeEvidenceWords.Parse(row["fee_time_confidence"]) is { } evidence)
            return evidence;
        row.Refuse("fee_time_confidence", "Expected_OneOf", "read..., read, but superseded..., conflicting..., unknown..., not applicable...");
        return default;
    }
}
