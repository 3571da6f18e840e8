using Microsoft.Extensions.DependencyInjection;
using OurVoice.Contracts.Places;
using OurVoice.Tests.Databases;
using OurVoice.Tests.Hosting;

namespace OurVoice.Tests.Places.ImportServices;

public sealed class ImportServicesTests
{
    private const string Header =
        "service_code,provider_level,sector_en,sector_km,name_en,name_km,fee_khr,fee_concession_khr,fee_unit,max_working_days,citizen_deadline,validity,legal_basis,source,source_date,fee_time_confidence,km_name_confidence,note";

    private const string WithFee = "WT-01,commune,Water,ទឹក,Well permit,លិខិតអនុញ្ញាតជីកអណ្ដូង,20000,10000,per permit,5,,1 year,,price board,2026,read,sure,";
    private const string Unknown = "WT-02,commune,Water,ទឹក,Well test,ការពិនិត្យអណ្ដូង,,,,,,,,,,unknown,likely,";

    [Theory, EveryDatabase]
    public async Task An_empty_fee_stays_unknown_and_a_written_nought_is_free(string provider)
    {
        await using var host = await TestHost.CreateAsync(provider);
        var free = WithFee.Replace("WT-01", "WT-03", StringComparison.Ordinal).Replace(",20000,10000,", ",0,,", StringComparison.Ordinal);
        await host.MustAsync("import services", host.Write("services.csv", Header, WithFee, Unknown, free));
        var services = host.Services.GetRequiredService<IServices>();
        Assert.Equal([20000L, null, 0L], [(await Find("WT-01")).Fee, (await Find("WT-02")).Fee, (await Find("WT-03")).Fee]);
        Assert.Equal([5, null], [(await Find("WT-01")).MaxWorkingDays, (await Find("WT-02")).MaxWorkingDays]);

        async Task<ServiceInfo> Find(string code) => (await services.FindAsync(code, default))!;
    }

    [Fact]
    public async Task A_replaced_text_gives_no_fee_of_today()
    {
        await using var host = await TestHost.CreateAsync();
        Assert.Null((await host.Services.GetRequiredService<IServices>().FindAsync("LD-03", default))!.Fee);
    }

    [Theory, EveryDatabase]
    public async Task An_import_overrules_a_fact_and_the_next_start_does_not_take_it_back(string provider)
    {
        await using var host = await TestHost.CreateAsync(provider);
        await host.MustAsync("import services", host.Write("services.csv", Header, WithFee.Replace("WT-01", "CR-01", StringComparison.Ordinal)));
        await host.StartAsync();
        Assert.Equal("Well permit", (await host.Services.GetRequiredService<IServices>().FindAsync("CR-01", default))!.NameEn);
    }

    [Theory, EveryDatabase]
    public async Task A_second_import_changes_nothing_and_what_the_file_lacks_stays(string provider)
    {
        await using var host = await TestHost.CreateAsync(provider);
        var file = host.Write("services.csv", Header, WithFee, Unknown);
        await host.MustAsync("import services", file);
        var before = await PlacesDump.OfAsync(host);
        Assert.Contains("Nothing changed: all 2 rows", (await host.CallAsync("import services", file)).Said, StringComparison.Ordinal);
        Assert.Equal(before, await PlacesDump.OfAsync(host));
        Assert.NotNull(await host.Services.GetRequiredService<IServices>().FindAsync("CR-01", default));
    }

    [Theory]
    [InlineData("WT-01", "WT 01", "column service_code: found \"WT 01\"; expected letters, digits and hyphens")]
    [InlineData(",commune,", ",village,", "column provider_level: found \"village\"; expected commune, district, province")]
    [InlineData(",Water,", ",,", "column sector_en: found nothing; expected a text")]
    [InlineData(",ទឹក,", ",Water,", "column sector_km: found \"Water\"; expected a name in Khmer letters")]
    [InlineData("Well permit", "លិខិត", "column name_en: found \"លិខិត\"; expected a name in Latin letters")]
    [InlineData(",20000,", ",20.000,", "column fee_khr: found \"20.000\"; expected a whole number")]
    [InlineData(",20000,", ",free,", "column fee_khr: found \"free\"; expected a whole number")]
    [InlineData(",10000,", ",១០០០០,", "column fee_concession_khr: found \"១០០០០\"; expected a whole number")]
    [InlineData(",5,", ",-5,", "column max_working_days: found \"-5\"; expected a whole number from 0 to 1000")]
    [InlineData(",read,", ",maybe,", "column fee_time_confidence: found \"maybe\"; expected read...")]
    [InlineData("price board", "price\u200Bboard", "column source: found \"price[U+200B]board\"; expected no zero-width")]
    public async Task Each_column_has_its_sentence(string good, string wrong, string sentence)
    {
        await using var host = await TestHost.CreateAsync();
        var before = await PlacesDump.OfAsync(host);
        var (exit, said) = await host.CallAsync("import services", host.Write("services.csv", Header, Unknown, WithFee.Replace(good, wrong, StringComparison.Ordinal)));
        Assert.Equal(1, exit);
        Assert.Contains("services.csv, line 3, " + sentence, said, StringComparison.Ordinal);
        Assert.Equal(before, await PlacesDump.OfAsync(host));
    }

    [Fact]
    public async Task A_code_stands_once()
    {
        await using var host = await TestHost.CreateAsync();
        var (_, said) = await host.CallAsync("import services", host.Write("services.csv", Header, WithFee, WithFee));
        Assert.Contains("line 3, column service_code: found \"WT-01\"; expected only one such row; the first stands on line 2", said, StringComparison.Ordinal);
    }
}
