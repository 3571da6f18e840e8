using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Host.Demo;
using OurVoice.Contracts.Intake;
using OurVoice.Contracts.Places;
using OurVoice.Intake.Submissions;
using OurVoice.Intake.Submit;

namespace OurVoice.Intake.Demo;

/// <summary>A year of invented submissions, sent by the same action as real ones.</summary>
internal sealed class DemoSubmissions(Sending sending, SubmissionMint mint, IPlaces places, IOffices offices, TimeProvider time) : IDemoStep
{
    private const int Days = 365;
    private const int SayEvery = 250;
    private static readonly string[] Provinces = ["02", "12"];

    public int Order => 20;

    public async Task SeedAsync(int cases, TextWriter output, CancellationToken cancel)
    {
        var communes = await WeightedAsync(await CommunesAsync(cancel), cancel);
        var start = PhnomPenh.StartOf(PhnomPenh.Today(time)).AddDays(-Days);
        var sent = 0;
        await Parallel.ForEachAsync(Enumerable.Range(0, cases), cancel, async (i, stop) =>
        {
            var at = start.AddDays((double)Days * i / cases).Date.AddMinutes(DemoSheet.Draw(i, "minute", 15 * 60));
            var lang = DemoSheet.Draw(i, "language", 100) < 85 ? Lang.Km : Lang.En;
            var actor = new Actor(ActorKind.Citizen, AccountId: null, OfficeId: null, at, lang);
            await sending.SendAsync(actor, await ComposeAsync(i, actor, communes, stop), stop);
            if (Interlocked.Increment(ref sent) % SayEvery == 0)
            {
                await output.WriteLineAsync($"Demo: {sent} of {cases} submissions");
            }
        });
    }

    /// <summary>The same id for the same number, so that what was sent before a kill is not sent again. Random nonces never look like this.</summary>
    public static Guid NonceOf(int seed) => new(seed, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);

    // Offices with people get most of it, else the demo would be one long climb to the Ministry: each staffed commune stands
    // in the list often enough to have its share.
    private async Task<List<string>> WeightedAsync(List<string> communes, CancellationToken cancel)
    {
        var staffed = new List<string>();
        foreach (var commune in communes)
        {
            if (await offices.OfKindAtAsync(OfficeKind.CommuneAdministration, commune, cancel) is { State: OfficeState.Open })
            {
                staffed.Add(commune);
            }
        }

        var times = staffed.Count == 0 ? 0 : 4 * communes.Count / staffed.Count;
        return [.. communes, .. staffed.SelectMany(c => Enumerable.Repeat(c, times))];
    }

    private async Task<List<string>> CommunesAsync(CancellationToken cancel)
    {
        var communes = new List<string>();
        foreach (var province in Provinces)
        {
            foreach (var district in await places.ChildrenAsync(province, cancel))
            {
                communes.AddRange((await places.ChildrenAsync(district.Code, cancel)).Select(c => c.Code));
            }
        }

        return communes;
    }

    private async Task<Outgoing> ComposeAsync(int seed, Actor actor, List<string> communes, CancellationToken cancel)
    {
        var kind = DemoSheet.Draw(seed, "kind", 100) switch { < 45 => CaseKind.Complaint, < 80 => CaseKind.Support, _ => CaseKind.Information };
        var story = DemoStories.Pick(kind, seed);
        var place = communes[DemoSheet.Draw(seed, "place", communes.Count)];
        var office = DemoSheet.Draw(seed, "sure", 10) == 0 ? null : await offices.OfKindAtAsync(story.Office, place, cancel);
        var isOpen = kind != CaseKind.Complaint && DemoSheet.Draw(seed, "open", 4) == 0;
        var identity = isOpen || DemoSheet.Draw(seed, "named", 3) == 0 ? Identity(seed, actor.Language) : new Identity();
        var role = kind == CaseKind.Complaint ? (AccusedRole?)Enum.GetValues<AccusedRole>()[DemoSheet.Draw(seed, "role", 4)] : null;
        var (id, code) = mint.Of(new() { Nonce = NonceOf(seed) });
        return new(id, code, Side.Government, new(kind, place, office?.Id, story.ServiceCode, role, AccusedName: null), !isOpen)
        {
            Words = new()
            {
                Story = story.Words(actor.Language, seed, PhnomPenh.DateOf(actor.At)),
                ExtraMoney = Money(story.ExtraMoney),
                IdentityGiven = identity.Contact is not null,
                OpenIdentity = isOpen ? identity.Contact : null,
            },
            Identity = identity,
        };
    }

    // No number that anybody could have: the demo must not be able to disturb a stranger.
    private static Identity Identity(int seed, Lang lang) => new()
    {
        Channel = Channel.Email,
        Contact = $"citizen{seed}@example.com",
        Language = lang,
    };

    private static ExtraMoney? Money(string? answer) => answer switch
    {
        "yes" => ExtraMoney.Yes,
        "no" => ExtraMoney.No,
        "unsure" => ExtraMoney.NotSure,
        _ => null,
    };
}
