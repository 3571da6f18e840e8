using System.Globalization;
using System.Net;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;
using OurVoice.Tests.Cases;
using OurVoice.Tests.Differential;

namespace OurVoice.Tests.Matrix;

/// <summary>Every address × everybody, but those of single cases: see <see cref="CaseRouteTests"/>.</summary>
public sealed class RouteTests
{
    [Fact]
    public async Task Every_route_stands_in_the_table()
    {
        await using var world = await DeskWorld.StartAsync();
        var listed = RouteTable.Table.Rows.Select(r => string.Join(' ', r.Split(' ').Take(2))).Concat(RouteTable.Elsewhere.Keys).ToList();
        var mapped = RouteNames.Of(world.Cases.Host).ToList();
        Assert.Empty(mapped.Except(listed, StringComparer.Ordinal).Select(r => "not listed: " + r).Concat(listed.Except(mapped, StringComparer.Ordinal).Select(r => "gone: " + r)));
    }

    [Fact]
    public async Task An_address_answers_whom_the_table_says_and_one_that_is_denied_as_one_that_does_not_exist()
    {
        await using var world = await MatrixWorld.StartAsync(relations: []);
        var samples = await SamplesAsync(world);
        List<string> wrong = [];
        foreach (var person in Seat.People.Select(p => p.Name).Prepend(Seat.Nobody))
        {
            using var client = person == Seat.Nobody ? world.Cases.Host.Phone() : await world.Desk.ClientAsync(world.People[person]);
            var form = person == Seat.Nobody ? new PushedForm("", "") : await PushedForm.TakeAsync(client);
            foreach (var row in RouteTable.Table.Rows.Where(r => !r.Contains("/cases/{", StringComparison.Ordinal)))
            {
                wrong.AddRange(await AskAsync(client, form, person, row, samples));
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private static async Task<IEnumerable<string>> AskAsync(
        HttpClient client, PushedForm form, string person, string row, Dictionary<string, string> samples)
    {
        var address = RouteNames.Fill(row, samples);
        using var answer = await client.GetAsync(address);
        var came = Said(answer);
        if (came != RouteTable.Table[row, person])
        {
            return [$"{row} for {person}: {came}, not {RouteTable.Table[row, person]}"];
        }

        if (came != "404" || !address.StartsWith("/desk/", StringComparison.Ordinal))
        {
            return [];
        }

        var (id, absent) = (samples[Id(row)], Guid.NewGuid().ToString());
        var elsewhere = address.Replace(id, absent, StringComparison.Ordinal);
        using var nothing = await client.GetAsync(elsewhere);
        using var pushed = await form.PushAsync(client, address);
        using var pushedNothing = await form.PushAsync(client, elsewhere);
        // A page that is not shown has no form to take: that is a bad request.
        return await Snapshot.ReadAsync(answer, [id]) == await Snapshot.ReadAsync(nothing, [absent])
            && pushed.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.BadRequest or HttpStatusCode.MethodNotAllowed
            && await Snapshot.ReadAsync(pushed, [id]) == await Snapshot.ReadAsync(pushedNothing, [absent])
            ? [] : [$"{row} for {person}: denied is not as one that does not exist, or a form was taken ({pushed.StatusCode})"];
    }

    private static string Id(string row) => row.Split(' ') is { Length: > 2 } parts ? parts[2] + ".id" : "id";

    private static string Said(HttpResponseMessage answer) => ((int)answer.StatusCode, answer.Headers.Location?.OriginalString) switch
    {
        (302, { } to) when to.Contains("/desk/account/login?returnUrl", StringComparison.Ordinal) || to == "/desk/account/login" => "in",
        (302, _) => "go",
        var (status, _) => status.ToString(CultureInfo.InvariantCulture),
    };

    private static async Task<Dictionary<string, string>> SamplesAsync(MatrixWorld world) => new(StringComparer.Ordinal)
    {
        ["lang"] = "en",
        ["kind"] = "complaint",
        ["code"] = "CR-01",
        ["office"] = $"{CaseWorld.Office(OfficeKind.CommuneAdministration)}",
        ["id"] = $"{world.Statement}",
        ["gov.id"] = $"{await world.Cases.AccountAsync("Sok", Side.Government)}",
        ["year"] = "2026",
        ["day"] = $"{(await world.Cases.RowsAsync<OurVoice.Places.Holiday>(h => h.Date == new DateOnly(2026, 11, 9)))[0].Id}",
        ["gov.officekind"] = nameof(OfficeKind.CommuneAdministration),
        ["ti.officekind"] = nameof(OfficeKind.TransparencyInternational),
        ["gov.office"] = $"{CaseWorld.Office(OfficeKind.CommuneAdministration)}",
        ["ti.id"] = $"{await world.Cases.AccountAsync("Chea Lina", Side.Ti)}",
        ["ti.office"] = $"{OfficeIds.TransparencyInternational}",
    };
}
