using Microsoft.Extensions.DependencyInjection;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Intake.Demo;

namespace OurVoice.Tests.Intake.Demo;

public sealed class DemoSubmissionsTests
{
    [Fact]
    public async Task Forty_submissions_lie_within_the_last_year_in_both_languages_and_all_kinds_and_open()
    {
        await using var host = await IntakeHost.StartAsync();
        var step = host.Services.GetServices<IDemoStep>().OfType<DemoSubmissions>().Single();
        await step.SeedAsync(40, TextWriter.Null, CancellationToken.None);

        var sent = await host.SubmissionsAsync();
        var today = PhnomPenh.Today(TimeProvider.System);
        Assert.Equal(40, sent.Count);
        Assert.All(sent, s => Assert.InRange(s.SentOn, today.AddDays(-366), today));
        Assert.Equal([CaseKind.Complaint, CaseKind.Support, CaseKind.Information], sent.Select(s => s.Kind).Distinct().Order());
        Assert.Equal([Lang.Km, Lang.En], sent.Select(s => s.Language).Distinct().Order());
        Assert.NotEmpty((await host.WordsAsync(sent[0])).Story);
    }
}
