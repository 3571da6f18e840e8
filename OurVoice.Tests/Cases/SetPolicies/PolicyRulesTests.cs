using Microsoft.AspNetCore.Http;
using OurVoice.Cases.Clock;
using OurVoice.Cases.PolicyStore;
using OurVoice.Cases.Routing;
using OurVoice.Cases.SetPolicies;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;

namespace OurVoice.Tests.Cases.SetPolicies;

/// <summary>What rules of time must fulfil, and how what was typed is read.</summary>
public sealed class PolicyRulesTests
{
    [Theory]
    [InlineData("row.1.days", "0", "Rule_PolicyDays")]
    [InlineData("row.1.days", "251", "Rule_PolicyDays")]
    [InlineData("row.1.days", "ten", "Rule_PolicyDays")]
    [InlineData("row.1.days", "-3", "Rule_PolicyDays")]
    [InlineData("row.1.grace", "81", "Rule_PolicyGrace")]
    [InlineData("row.0.grace", "4", "Rule_PolicyGrace")] // the acknowledgement only reminds
    [InlineData("row.1.kind", "Corruption", "Rule_PolicyRow")]
    [InlineData("row.1.kind", "1", "Rule_PolicyRow")]
    [InlineData("row.1.service", "no-such", "Rule_PolicyRow")]
    [InlineData("row.1.level", "x", "Rule_PolicyRow")]
    [InlineData("row.1.level", "10", "Rule_PolicyRow")]
    [InlineData("row.1.target", "Assess", "Rule_PolicyTarget")]
    [InlineData("row.1.target", "Close", "Rule_PolicyTwice", "row.2.target", "Close")]
    [InlineData("row.1.start", "Request", "Rule_PolicyStart")]
    [InlineData("row.1.climbs", "", "Rule_PolicyNoClimb", "row.2.climbs", "")]
    [InlineData("row.8.days", "", "Rule_PolicyDelivery")]
    [InlineData("warnings", "75, 50", "Rule_PolicyWarnings")]
    [InlineData("warnings", "0, 50", "Rule_PolicyWarnings")]
    [InlineData("warnings", "", "Rule_PolicyWarnings")]
    [InlineData("warnings", "10,20,30,40,50,60", "Rule_PolicyWarnings")]
    [InlineData("row.1.warnings", "75, 50", "Rule_PolicyRowWarnings")]
    [InlineData("row.1.warnings", "0, 50", "Rule_PolicyRowWarnings")]
    [InlineData("row.1.warnings", "often", "Rule_PolicyRowWarnings")]
    [InlineData("row.1.warnings", "100", "Rule_PolicyRowWarnings")]
    [InlineData("row.1.warnings", "10,20,30,40,50,60", "Rule_PolicyRowWarnings")]
    [InlineData("pauses", "6", "Rule_PolicyPauses")]
    [InlineData("pauses", "", "Rule_PolicyPauses")]
    [InlineData("cap", "0", "Rule_PolicyCap")]
    [InlineData("pause.0.times", "6", "Rule_PolicyPauseLimits")]
    [InlineData("pause.0.times", "", "Rule_PolicyPauseLimits")]
    [InlineData("pause.0.days", "", "Rule_PolicyPauseLimits")]
    [InlineData("pause.0.days", "0", "Rule_PolicyPauseLimits")]
    [InlineData("pause.0.days", "251", "Rule_PolicyPauseLimits")]
    [InlineData("pause.0.days", "ten", "Rule_PolicyPauseLimits")]
    [InlineData("pause.0.kind", "Corruption", "Rule_PolicyPauseRow")]
    [InlineData("pause.0.kind", "1", "Rule_PolicyPauseRow")]
    [InlineData("pause.0.service", "no-such", "Rule_PolicyPauseRow")]
    [InlineData("pause.0.level", "x", "Rule_PolicyPauseRow")]
    [InlineData("pause.0.level", "10", "Rule_PolicyPauseRow")]
    [InlineData("pause.0.level", "", "Rule_PolicyPauseTwice", "pause.1.service", "birth")]
    [InlineData("listed", "31", "Rule_PolicyListed")]
    [InlineData("rung.Support.CommuneAdministration", "CommuneAdministration", "Rule_PolicyRung")]
    [InlineData("rung.Support.DistrictOneWindow", "HealthCentre", "Rule_PolicyRung")]
    [InlineData("rung.Support.DistrictOneWindow", "DistrictAdministration", "Rule_PolicyRung")]
    [InlineData("rung.Support.CommuneAdministration", "TransparencyInternational", "Rule_PolicyRung")]
    [InlineData("rung.Support.CommuneAdministration", "", "Rule_PolicyRungs")]
    public void Each_rule_refuses_what_breaks_it(string field, string value, string rule, string? also = null, string? with = null)
    {
        var broken = Assert.Throws<RuleBroken>(() => PolicyRules.Check(Typed((field, value), (also, with)).ToDraft(Services), Side.Government));
        Assert.Equal(rule, broken.Rule);
    }

    [Theory]
    [InlineData("row.1.days", "១២")]
    [InlineData("row.1.days", "250")]
    [InlineData("row.1.level", "9")]
    [InlineData("warnings", "1, 50%, 99, 100")]
    [InlineData("pauses", "0")]
    [InlineData("rung.Support.CommuneAdministration", "Ministry")]
    [InlineData("row.1.grace", "")]
    [InlineData("row.1.warnings", "១០ ២០%, 100")]
    [InlineData("row.1.warnings", " ")]
    [InlineData("pause.0.times", "០")]
    [InlineData("pause.0.level", "")]
    public void What_is_within_the_rules_passes(string field, string value) =>
        PolicyRules.Check(Typed((field, value), ("row.2.level", "")).ToDraft(Services), Side.Government);

    [Fact]
    public void What_came_with_the_program_passes_and_comes_back_from_the_form_as_it_was()
    {
        PolicyRules.Check(BuiltIn, Side.Government);
        var shown = Excepted.Print();
        Assert.Equal(shown, Typed().ToDraft(Services).Print());
        foreach (var field in new[] { "row.1.days", "row.1.warnings", "pause.0.times", "pause.1.days", "pause.0.level" })
        {
            Assert.NotEqual(shown, Typed((field, "4")).ToDraft(Services).Print());
        }

        var ti = new PolicyDraft([50], 2, 20, 2, [.. Policies.Version1.Targets.Where(t => PolicySides.Of(t.Kind) == Side.Ti)], []);
        PolicyRules.Check(ti, Side.Ti);
        Assert.Throws<RuleBroken>(() => PolicyRules.Check(ti, Side.Government));
        Assert.Throws<RuleBroken>(() => PolicyRules.Check(BuiltIn, Side.Ti));
    }

    [Fact]
    public void An_exception_without_numbers_is_taken_away()
    {
        Assert.Equal(Excepted.Caps, Typed().ToDraft(Services).Caps);
        Assert.Equal([Excepted.Caps[1]], Typed(("pause.0.times", " "), ("pause.0.days", "")).ToDraft(Services).Caps);
        Assert.Equal([25, 80], Typed().ToDraft(Services).Targets[1].WarningPercents);
        Assert.Empty(Typed(("row.1.warnings", "")).ToDraft(Services).Targets[1].WarningPercents);
    }

    [Fact]
    public void A_row_for_a_service_that_leaves_a_case_no_way_up_is_refused()
    {
        PolicyTarget reminds = new(CaseKind.Support, null, Target.Answer, StartEvent.PeriodStart, 3, Climbs: false) { Service = "birth" };
        var draft = BuiltIn with { Targets = [.. BuiltIn.Targets, reminds] };
        PolicyRules.Check(draft, Side.Government); // the close still leads up
        draft = draft with { Targets = [.. draft.Targets, reminds with { Target = Target.Close }] };
        Assert.Equal("Rule_PolicyNoClimb", Assert.Throws<RuleBroken>(() => PolicyRules.Check(draft, Side.Government)).Rule);
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("២០២៧-០១-០៤", "2027-01-04")]
    [InlineData("2027-01-04", "2027-01-04")]
    public void The_day_is_read_in_both_scripts(string typed, string? day) =>
        Assert.Equal(day is null ? null : DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), Typed(("from", typed)).Day());

    [Fact]
    public void A_day_that_is_none_is_refused() =>
        Assert.Equal("Rule_PolicyFrom", Assert.Throws<RuleBroken>(() => Typed(("from", "tomorrow")).Day()).Rule);

    private static readonly HashSet<string> Services = new(StringComparer.Ordinal) { "birth" };

    internal static PolicyDraft BuiltIn { get; } = new(
        [50, 75], 2, 20, 2,
        [.. Policies.Version1.Targets.Where(t => PolicySides.Of(t.Kind) == Side.Government)],
        [.. RoutesVersion1.All.Where(r => r.Step == RouteStep.Next).Select(r => new Rung(r.Kind, r.From, r.To))]);

    // With a row that has its own warnings, and two exceptions for pauses.
    private static readonly PolicyDraft Excepted = BuiltIn with
    {
        Targets = [.. BuiltIn.Targets.Select((t, i) => i == 1 ? t with { WarningPercents = [25, 80] } : t)],
        Caps = [new(CaseKind.Support, "birth", 1, new(1, 5)), new(CaseKind.Support, null, null, new(3, 30))],
    };

    /// <summary>The form as the page shows it, with these fields written over.</summary>
    internal static Dictionary<string, string> Fields(PolicyDraft draft)
    {
        var typed = TypedPolicy.Of(draft);
        Dictionary<string, string> fields = new(StringComparer.Ordinal)
        {
            ["warnings"] = typed.Warnings, ["pauses"] = typed.MaxPauses, ["cap"] = typed.PauseCapDays, ["listed"] = typed.ListedDays, ["from"] = "", ["note"] = "សាកល្បង",
        };
        foreach (var (i, row) in typed.Rows.Index())
        {
            (string, string)[] cells = [("kind", row.Kind), ("service", row.Service), ("level", row.Level), ("target", row.Target), ("start", row.Start), ("days", row.Days), ("climbs", row.Climbs ? "1" : ""), ("grace", row.Grace), ("warnings", row.Warnings)];
            cells.ToList().ForEach(c => fields[$"row.{i}.{c.Item1}"] = c.Item2);
        }

        foreach (var (i, row) in typed.Caps.Index())
        {
            (string, string)[] cells = [("kind", row.Kind), ("service", row.Service), ("level", row.Level), ("times", row.Times), ("days", row.Days)];
            cells.ToList().ForEach(c => fields[$"pause.{i}.{c.Item1}"] = c.Item2);
        }

        typed.Rungs.ToList().ForEach(r => fields[$"rung.{r.Key.Kind}.{r.Key.From}"] = r.Value);
        return fields;
    }

    private static TypedPolicy Typed(params (string? Field, string? Value)[] over)
    {
        var fields = Fields(Excepted);
        over.Where(o => o.Field is not null).ToList().ForEach(o => fields[o.Field!] = o.Value!);
        return TypedPolicy.Read(new FormCollection(fields.ToDictionary(f => f.Key, f => new Microsoft.Extensions.Primitives.StringValues(f.Value), StringComparer.Ordinal)));
    }
}
