using Microsoft.Extensions.DependencyInjection;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;
using OurVoice.Intake.Submit;
using OurVoice.Tests.Accounts;
using OurVoice.Tests.Hosting;

namespace OurVoice.Tests.Intake.Submit;

/// <summary>"Was extra money asked?" yes: then it may go to Transparency International alone.</summary>
public sealed class TiOnlyTests
{
    [Theory]
    [InlineData("complaint")]
    [InlineData("support")]
    [InlineData("information")]
    public async Task Where_money_was_asked_the_form_offers_TI_before_the_last_page_and_TI_alone_gets_it(string kind)
    {
        await using var host = await RealAsync();
        using var sokha = await ToOfferAsync(host, kind);
        Assert.Contains("no public office reads it", sokha.Text, StringComparison.Ordinal);
        await sokha.NextAsync();
        Assert.NotEmpty(sokha.Faults());
        await sokha.NextAsync(("tionly", "yes"));
        Assert.Equal("Check", sokha.Step);
        Assert.Contains("Transparency International", sokha.Page.QuerySelector(".receiver")!.TextContent, StringComparison.Ordinal);
        await sokha.NextAsync();
        await sokha.NextAsync();
        var sent = Assert.Single(await host.SubmissionsAsync());
        Assert.Equal((Side.Ti, Side.Ti), await host.SideAsync(sent.Id));
        Assert.Equal((true, (string?)null), (sent.Confidential, (await host.WordsAsync(sent)).OpenIdentity));
    }

    [Fact]
    public async Task A_no_to_the_offer_and_a_changed_answer_about_money_keep_it_with_the_government()
    {
        await using var host = await RealAsync();
        using var sokha = await ToOfferAsync(host, "support");
        await sokha.NextAsync(("tionly", "yes"));
        await sokha.PressAsync("to:Money");
        await sokha.NextAsync(("money", "No"));
        Assert.Equal("Check", sokha.Step);
        Assert.DoesNotContain("Transparency", sokha.Page.QuerySelector(".receiver")!.TextContent, StringComparison.Ordinal);
        await sokha.PressAsync("to:Money");
        await sokha.NextAsync(("money", "Yes"));
        await sokha.PressAsync("to:TiOnly");
        await sokha.NextAsync(("tionly", "no"));
        await sokha.NextAsync();
        await sokha.NextAsync();
        Assert.Equal((Side.Government, Side.Government), await host.SideAsync(Assert.Single(await host.SubmissionsAsync()).Id));
    }

    [Fact]
    public async Task A_draft_in_which_money_appears_later_meets_the_offer_before_it_can_be_sent()
    {
        await using var host = await RealAsync();
        using var sokha = await new Visitor(host).ToStatisticsAsync("en", "support");
        await sokha.PressAsync("back");
        await sokha.PressAsync("to:Money");
        await sokha.NextAsync(("money", "Yes"));
        Assert.Equal("TiOnly", sokha.Step);
        await sokha.PressAsync("back");
        Assert.Equal("You", sokha.Step);
        await sokha.NextAsync();
        Assert.Equal("TiOnly", sokha.Step);
    }

    [Fact]
    public async Task A_sending_that_failed_and_is_then_for_TI_only_has_its_keys_under_TIs_master_key()
    {
        var failing = new FailOnce();
        await using var host = await TestHost.CreateAsync();
        host.Replace = s => Microsoft.Extensions.DependencyInjection.Extensions.ServiceCollectionDescriptorExtensions.Replace(
            s, ServiceDescriptor.Singleton<IRunner>(p => failing.Around(ActivatorUtilities.CreateInstance<OurVoice.Web.Running.Runner>(p))));
        await host.StartAsync();
        await Staff.InAsync(host);
        using var sokha = await ToOfferAsync(host, "support");
        await sokha.NextAsync(("tionly", "no"));
        await sokha.NextAsync();
        failing.IsOn = true;
        await sokha.NextAsync();
        Assert.Equal("Statistics", sokha.Step);
        await sokha.PressAsync("back");
        await sokha.PressAsync("to:TiOnly");
        await sokha.NextAsync(("tionly", "yes"));
        await sokha.NextAsync();
        await sokha.NextAsync();
        var id = Assert.Single(await host.SubmissionsAsync()).Id;
        Assert.Equal((Side.Ti, Side.Ti), await host.SideAsync(id));
        Assert.Equal([Side.Ti, Side.Ti], await KeysAsync(host, id));
        Assert.NotEmpty((await host.WordsAsync(Assert.Single(await host.SubmissionsAsync()))).Story);
    }

    private static async Task<List<Side>> KeysAsync(TestHost host, Guid id)
    {
        var database = host.Services.GetRequiredService<OurVoice.Web.Sealing.Store.KeyDatabase>();
        var sides = new List<Side>();
        foreach (var box in Enum.GetValues<OurVoice.Web.Sealing.Store.KeyBox>())
        {
            sides.AddRange((await database.ReadAsync(s => OurVoice.Web.Sealing.Store.CaseKeyRows.FindAsync(s, box, id, default), default)).Select(r => r.Side));
        }

        return sides;
    }

    private static async Task<TestHost> RealAsync()
    {
        var host = await TestHost.CreateAsync();
        await host.StartAsync();
        var staff = await Staff.InAsync(host);
        await staff.AddAsync("ministry@interior.example", Side.Government, OfficeIds.Ministry);
        return host;
    }

    private static async Task<Visitor> ToOfferAsync(TestHost host, string kind)
    {
        var sokha = await new Visitor(host).OpenAsync($"/en/submit/{kind}?at={IntakeHost.Commune}");
        while (sokha.Step != "TiOnly")
        {
            Assert.NotEqual("Check", sokha.Step);
            await sokha.NextAsync(sokha.Step switch
            {
                "Office" => [("office", "none")],
                "Story" => [("story", "គេទារលុយ")],
                "Money" => [("money", "Yes")],
                "You" when kind != "complaint" => [("named", "yes"), ("name", "សុខា"), ("mayknow", "yes")],
                _ => [],
            });
        }

        return sokha;
    }

    /// <summary>The database is away for one transaction.</summary>
    private sealed class FailOnce
    {
        public bool IsOn { get; set; }

        public IRunner Around(IRunner inner) => new Guarded(this, inner);

        private sealed class Guarded(FailOnce switched, IRunner inner) : IRunner
        {
            public Task<TResult> RunAsync<TAction, TResult>(Actor actor, Func<TAction, Task<TResult>> act, CancellationToken cancel)
                where TAction : class, IAction
            {
                if (switched.IsOn && typeof(TAction) == typeof(SendSubmission))
                {
                    switched.IsOn = false;
                    throw new TimeoutException();
                }

                return inner.RunAsync(actor, act, cancel);
            }

            public Task RunAsync<TAction>(Actor actor, Func<TAction, Task> act, CancellationToken cancel)
                where TAction : class, IAction => inner.RunAsync(actor, act, cancel);
        }
    }
}
