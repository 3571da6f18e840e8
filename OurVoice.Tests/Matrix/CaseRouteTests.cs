using System.Net;
using System.Text;
using OurVoice.Cases.SaveDraft;
using OurVoice.Tests.Differential;

namespace OurVoice.Tests.Matrix;

/// <summary>Every address of single cases × everybody × every kind × every relation of the case to the person's office.</summary>
public sealed class CaseRouteTests
{
    private static readonly string[] Tails = ["", "/files/{file}", "/files/{file}/content", "/drafts/Reply"];

    [Fact]
    public async Task A_case_answers_whom_the_table_says_and_everybody_else_as_if_there_were_none()
    {
        await using var world = await MatrixWorld.StartAsync(file: PlainCopies.Picture);
        List<string> wrong = [];
        foreach (var person in Seat.People)
        {
            using var client = await world.Desk.ClientAsync(world.People[person.Name]);
            foreach (var tail in Tails)
            {
                var absent = await AskAsync(client, Guid.NewGuid(), Guid.NewGuid(), tail);
                Assert.Equal(404, absent.Status);
                foreach (var one in world.Of(person).Where(c => tail.Length == 0 || c.File is not null))
                {
                    var came = await AskAsync(client, one.Id, one.File ?? Guid.NewGuid(), tail);
                    var reads = AccessTable.Of(one.Relation, person.Name, one.Kind) != '-';
                    wrong.AddRange(reads ? came.Status is 200 or 204 ? [] : [$"{tail} of {one.Kind} {one.Relation} for {person.Name}: {came.Status}"]
                        : came == absent ? [] : [$"{tail} of {one.Kind} {one.Relation} for {person.Name}: {came.Status}, or not as one that does not exist"]);
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task Signed_out_every_case_leads_to_the_sign_in_like_one_that_does_not_exist()
    {
        await using var world = await MatrixWorld.StartAsync(relations: ["own"], file: PlainCopies.Picture);
        using var client = world.Cases.Host.Phone();
        foreach (var tail in Tails)
        {
            var absent = await AskAsync(client, Guid.NewGuid(), Guid.NewGuid(), tail);
            Assert.Equal((int)HttpStatusCode.Found, absent.Status);
            foreach (var one in world.All)
            {
                Assert.Equal(absent, await AskAsync(client, one.Id, one.File!.Value, tail));
            }
        }
    }

    private static async Task<Answer> AskAsync(HttpClient client, Guid id, Guid file, string tail)
    {
        var address = $"/desk/cases/{id}" + tail.Replace("{file}", file.ToString(), StringComparison.Ordinal);
        using var request = new HttpRequestMessage(tail.StartsWith("/drafts", StringComparison.Ordinal) ? HttpMethod.Post : HttpMethod.Get, address);
        request.Headers.Add(DraftEndpoint.VersionHeader, "1");
        request.Content = request.Method == HttpMethod.Post ? new StringContent("ពាក្យ", Encoding.UTF8) : null;
        using var answer = await client.SendAsync(request);
        return await Snapshot.ReadAsync(answer, [id.ToString(), file.ToString()]);
    }
}
