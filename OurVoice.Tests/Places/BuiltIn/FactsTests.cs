using System.Globalization;
using OurVoice.Contracts.Places;
using OurVoice.Places;
using OurVoice.Places.BuiltIn;

namespace OurVoice.Tests.Places.BuiltIn;

public sealed class FactsTests
{
    [Fact]
    public void There_are_25_provinces_210_districts_and_the_communes_of_Battambang_and_Phnom_Penh()
    {
        Assert.Equal(25, PlaceFacts.All.Count(p => p.Level == PlaceLevel.Province));
        Assert.Equal(210, PlaceFacts.All.Count(p => p.Level == PlaceLevel.District));
        Assert.Equal(103, PlaceFacts.All.Count(p => p.Level == PlaceLevel.Commune && p.Code.StartsWith("02", StringComparison.Ordinal)));
        Assert.Equal(105, PlaceFacts.All.Count(p => p.Level == PlaceLevel.Commune && p.Code.StartsWith("12", StringComparison.Ordinal)));
        Assert.Equal(25, PlaceFacts.Iso.Values.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Every_fact_stands_once_and_below_its_parent()
    {
        var codes = PlaceFacts.All.Select(p => p.Code).ToHashSet(StringComparer.Ordinal);
        Assert.Equal(PlaceFacts.All.Count, codes.Count);
        Assert.All(PlaceFacts.All, p => Assert.True(p.ParentCode is null || codes.Contains(p.ParentCode), p.Code));
    }

    [SharedDataFact]
    public void Places_are_those_of_the_shared_gazetteer()
    {
        var shared = SharedCsv.Rows("localities.csv")
            .Where(r => r["level"] is "1" or "2" || r["code"].StartsWith("02", StringComparison.Ordinal) || r["code"].StartsWith("12", StringComparison.Ordinal))
            .Select(r => $"{r["code"]} {r["type"]} {r["name_km"]} {r["name_en"]} {r["name_en_alt"]}");
        var ours = PlaceFacts.All.Select(p => $"{p.Code} {p.Type} {p.NameKm} {p.NameEn} {p.NameEnAlt}");
        Assert.Equal(shared.Order(StringComparer.Ordinal), ours.Order(StringComparer.Ordinal));
        Assert.Equal(
            SharedCsv.Rows("provinces.csv").Select(r => $"{r["code"]} {r["iso_3166_2"]}").Order(StringComparer.Ordinal),
            PlaceFacts.Iso.Select(i => $"{i.Key} {i.Value}").Order(StringComparer.Ordinal));
    }

    [SharedDataFact]
    public void Services_are_those_of_the_shared_list_and_what_is_not_known_stays_so()
    {
        var shared = SharedCsv.Rows("services.csv").Select(r =>
            $"{r["service_code"]} {r["provider_level"]} {r["sector_en"]} {r["sector_km"]} {r["name_en"]} {r["name_km"]} {r["fee_khr"]} {r["fee_concession_khr"]} {r["fee_unit"]} {r["max_working_days"]} {r["validity"]} {r["source"]}");
        var ours = ServiceFacts.All.Select(s =>
            $"{s.Code} {s.ProviderLevel.ToString().ToLowerInvariant()} {s.SectorEn} {s.SectorKm} {s.NameEn} {s.NameKm} {Number(s.Fee)} {Number(s.ReducedFee)} {s.FeeUnit} {Number(s.MaxWorkingDays)} {s.Validity} {s.Source}");
        Assert.Equal(shared.Order(StringComparer.Ordinal), ours.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_service_is_told_in_Khmer_and_without_the_remark_of_the_list()
    {
        foreach (var row in ServiceFacts.All)
        {
            var service = new Service { Code = row.Code };
            service.Say(row);
            Assert.True(service.ToInfo().NameKm.Any(c => c is >= '\u1780' and <= '\u17ff'), row.Code);
            Assert.DoesNotContain("no single service", service.ToInfo().NameEn, StringComparison.Ordinal);
            Assert.Equal(row, service.ToRow());
        }
    }

    [SharedDataFact]
    public void Holidays_are_those_of_the_shared_list()
    {
        var shared = SharedCsv.Rows("holidays.csv").Select(r => $"{r["date"]} {r["name_en"]} {r["name_km"]} {r["rule"]} {r["confidence"].Split(':')[0]}");
        var ours = HolidayFacts.Days.Select(h => $"{h.Date:yyyy-MM-dd} {h.NameEn} {h.NameKm} {h.Rule} {h.Confidence.ToString().ToLowerInvariant()}");
        Assert.Equal(shared.Order(StringComparer.Ordinal), ours.Order(StringComparer.Ordinal));
        Assert.Equal([2025], HolidayFacts.Years.Where(y => y.Confirmed).Select(y => y.Year));
    }

    private static string Number(long? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
