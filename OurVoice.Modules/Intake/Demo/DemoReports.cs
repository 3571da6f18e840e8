using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Host.Demo;
using OurVoice.Contracts.Intake;
using OurVoice.Contracts.Places;
using OurVoice.Intake.Submissions;
using OurVoice.Intake.Submit;

namespace OurVoice.Intake.Demo;

/// <summary>Invented reports of corruption for the list of Transparency International, of the last two months; each says that it is invented.</summary>
internal sealed class DemoReports(Sending sending, SubmissionMint mint, IOffices offices, TimeProvider time) : IDemoStep
{
    private const int CasesForEach = 40;
    private const int Most = 40;
    private const int Days = 60;

    // Beyond every number of the other submissions.
    private const int FirstNonce = 1_000_000;
    private static readonly string[] Communes = ["020103", "020106", "020301", "120101", "120201"];
    private static readonly IReadOnlyList<string[]> Stories = DemoSheet.Read(typeof(DemoReports).Assembly, "reports.tsv");

    public int Order => 25;

    public async Task SeedAsync(int cases, TextWriter output, CancellationToken cancel)
    {
        var count = cases == 0 ? 0 : Math.Clamp(cases / CasesForEach, Stories.Count, Most);
        var start = PhnomPenh.StartOf(PhnomPenh.Today(time)).AddDays(-Days);
        for (var i = 0; i < count; i++)
        {
            var at = start.AddDays(Days * i / count).AddMinutes(DemoSheet.Draw(i, "minute", 15 * 60));
            var lang = i % 4 == 3 ? Lang.En : Lang.Km;
            var actor = new Actor(ActorKind.Citizen, AccountId: null, OfficeId: null, at, lang);
            await sending.SendAsync(actor, await ComposeAsync(i, Stories[i % Stories.Count], actor, cancel), cancel);
        }

        await output.WriteLineAsync($"Demo: {count} invented reports of corruption for Transparency International");
    }

    private async Task<Outgoing> ComposeAsync(int seed, string[] c, Actor actor, CancellationToken cancel)
    {
        var place = Communes[seed % Communes.Length];
        var role = Listed<AccusedRole>(c[4]);
        var office = role == AccusedRole.TiStaff ? null : await offices.OfKindAtAsync(OfficeKind.CommuneAdministration, place, cancel);
        var isKhmer = actor.Language == Lang.Km;
        var story = DemoSlots.Fill(isKhmer ? c[6] : c[7], CaseKind.Corruption, seed, PhnomPenh.DateOf(actor.At), actor.Language);
        var (id, code) = mint.Of(new() { Nonce = DemoSubmissions.NonceOf(FirstNonce + seed) });
        return new(id, code, Side.Ti, new(CaseKind.Corruption, place, office?.Id, ServiceCode: null, role, AccusedName: null), Confidential: true)
        {
            Words = new()
            {
                Story = (isKhmer ? "[សាកល្បង] " : "[Demo] ") + story,
                ExtraMoney = c[5] == "yes" ? ExtraMoney.Yes : ExtraMoney.No,
                Corruption = new(Listed<Sector>(c[0]), Listed<CorruptionSort>(c[1]), Listed<Evidence>(c[2]), Listed<ReporterRisk>(c[3]), RiskWords: null),
                SafeHours = seed % 3 == 0 ? (isKhmer ? "ពេលល្ងាច ក្រោយម៉ោង ៦" : "in the evening, after six") : null,
                IdentityGiven = seed % 3 == 0,
            },
            Identity = seed % 3 == 0 ? new Identity { Channel = Channel.Email, Contact = $"reporter{seed}@example.com", Language = actor.Language } : new(),
        };
    }

    private static T Listed<T>(string name)
        where T : struct, Enum => Enum.Parse<T>(name);
}
