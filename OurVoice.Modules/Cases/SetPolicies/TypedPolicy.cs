using System.Globalization;
using Microsoft.AspNetCore.Http;
using OurVoice.Cases.Clock;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;

namespace OurVoice.Cases.SetPolicies;

/// <summary>One row as it stands in the form.</summary>
internal sealed record TypedRow(string Kind, string Service, string Level, string Target, string Start, string Days, bool Climbs, string Grace, string Warnings)
{
    public static TypedRow Empty(Side side) => new(
        side == Side.Ti ? nameof(CaseKind.Corruption) : nameof(CaseKind.Complaint), "", "", nameof(Clock.Target.Answer), nameof(StartEvent.PeriodStart), "", side == Side.Government, "0", "");

    public static TypedRow Of(PolicyTarget row) => new(
        row.Kind.ToString(), row.Service ?? "", TypedPolicy.Number(row.Level), row.Target.ToString(), row.StartEvent.ToString(),
        TypedPolicy.Number(row.WorkingDays), row.Climbs, TypedPolicy.Number(row.GraceHours),
        string.Join(", ", row.WarningPercents));
}

/// <summary>Limits on pauses for some cases, as they stand in the form.</summary>
/// <param name="Times">How often.</param>
/// <param name="Days">How many working days together.</param>
internal sealed record TypedCap(string Kind, string Service, string Level, string Times, string Days)
{
    /// <summary>With neither number: taken away, or never filled in.</summary>
    public bool IsEmpty => (Times + Days).Trim().Length == 0;

    public static TypedCap Empty(Side side) => new(TypedRow.Empty(side).Kind, "", "", "", "");

    public static TypedCap Of(PolicyCap cap) => new(
        cap.Kind.ToString(), cap.Service ?? "", TypedPolicy.Number(cap.Level), TypedPolicy.Number(cap.Limits.Most), TypedPolicy.Number(cap.Limits.WorkingDays));
}

/// <summary>The form for a new version as it was typed, right or wrong: what is refused is shown again as it was.</summary>
internal sealed record TypedPolicy(
    string Warnings, string MaxPauses, string PauseCapDays, string ListedDays, string From, string Note, IReadOnlyList<TypedRow> Rows, IReadOnlyDictionary<(string Kind, string From), string> Rungs,
    IReadOnlyList<TypedCap> Caps)
{
    public const int MostRows = 100;

    public static TypedPolicy Of(PolicyDraft draft) => new(
        string.Join(", ", draft.Warnings), Number(draft.MaxPauses), Number(draft.PauseCapDays), Number(draft.ListedDays), From: "", Note: "",
        [.. draft.Targets.Select(TypedRow.Of)], draft.Rungs.ToDictionary(r => (r.Kind.ToString(), r.From.ToString()), r => r.To.ToString()),
        [.. draft.Caps.Select(TypedCap.Of)]);

    public static TypedPolicy Read(IFormCollection form)
    {
        string Field(string name) => form[name].ToString();
        var rows = Enumerable.Range(0, MostRows).Where(i => form.ContainsKey($"row.{i}.days")).Select(i => new TypedRow(
            Field($"row.{i}.kind"), Field($"row.{i}.service"), Field($"row.{i}.level"), Field($"row.{i}.target"), Field($"row.{i}.start"),
            Field($"row.{i}.days"), Field($"row.{i}.climbs").Length > 0, Field($"row.{i}.grace"), Field($"row.{i}.warnings")));
        var caps = Enumerable.Range(0, MostRows).Where(i => form.ContainsKey($"pause.{i}.times")).Select(i => new TypedCap(
            Field($"pause.{i}.kind"), Field($"pause.{i}.service"), Field($"pause.{i}.level"), Field($"pause.{i}.times"), Field($"pause.{i}.days")));
        var rungs = form.Keys.Select(k => k.Split('.')).Where(k => k is ["rung", _, _]).ToDictionary(k => (k[1], k[2]), k => Field(string.Join('.', k)));

        // A row without days is one taken away, or one never filled in.
        return new(
            Field("warnings"), Field("pauses"), Field("cap"), Field("listed"), Field("from"), Field("note"), [.. rows.Where(r => r.Days.Trim().Length > 0)], rungs,
            [.. caps.Where(c => !c.IsEmpty)]);
    }

    /// <param name="services">The codes that there are.</param>
    /// <exception cref="RuleBroken">What cannot be read at all.</exception>
    public PolicyDraft ToDraft(IReadOnlySet<string> services) => new(
        Percents(Warnings),
        Whole(MaxPauses) ?? -1,
        Whole(PauseCapDays) ?? -1,
        Whole(ListedDays) ?? -1,
        [.. Rows.Select((row, index) => ToTarget(row, index + 1, services))],
        [.. Rungs.Select(r => new Rung(Named<CaseKind>(r.Key.Kind, "Rule_PolicyRungs"), Named<OfficeKind>(r.Key.From, "Rule_PolicyRungs"), Named<OfficeKind>(r.Value, "Rule_PolicyRungs")))])
    {
        Caps = [.. Caps.Select((row, index) => ToCap(row, index + 1, services))],
    };

    /// <summary>The day on which it begins; null when none was typed.</summary>
    /// <exception cref="RuleBroken">Rule_PolicyFrom.</exception>
    public DateOnly? Day() => From.Trim().Length == 0 ? null
        : DateOnly.TryParseExact(Digits.ToAscii(From.Trim()), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw new RuleBroken("Rule_PolicyFrom");

    public static string Number(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static PolicyTarget ToTarget(TypedRow row, int number, IReadOnlySet<string> services)
    {
        var (kind, service, level) = For(row.Kind, row.Service, row.Level, services, "Rule_PolicyRow", number);
        var warnings = Percents(row.Warnings);

        // Nothing typed means the version's; what was typed and gives none must not.
        if (warnings.Count == 0 && row.Warnings.Trim().Length > 0)
        {
            throw new RuleBroken("Rule_PolicyRowWarnings", number, PolicyRules.MostWarnings);
        }

        return new(
            kind, level, Named<Target>(row.Target, "Rule_PolicyRow", number),
            Named<StartEvent>(row.Start, "Rule_PolicyRow", number), Whole(row.Days) ?? 0, row.Climbs)
        {
            Service = service,
            GraceHours = row.Grace.Trim().Length == 0 ? 0 : Whole(row.Grace) ?? -1,
            WarningPercents = warnings,
        };
    }

    private static PolicyCap ToCap(TypedCap row, int number, IReadOnlySet<string> services)
    {
        var (kind, service, level) = For(row.Kind, row.Service, row.Level, services, "Rule_PolicyPauseRow", number);
        return new(kind, service, level, new(Whole(row.Times) ?? -1, Whole(row.Days) ?? -1));
    }

    private static (CaseKind Kind, string? Service, int? Level) For(string kind, string service, string level, IReadOnlySet<string> services, string rule, int number) => (
        Named<CaseKind>(kind, rule, number),
        service.Length == 0 ? null : services.Contains(service) ? service : throw new RuleBroken(rule, number),
        level.Trim().Length == 0 ? null : Whole(level) ?? throw new RuleBroken(rule, number));

    // The due date itself always counts, so 100 may be typed and says nothing.
    private static List<int> Percents(string typed) =>
        [.. typed.Split([',', ' ', '%'], StringSplitOptions.RemoveEmptyEntries).Select(w => Whole(w) ?? 0).Where(w => w != 100)];

    private static int? Whole(string typed) =>
        int.TryParse(Digits.ToAscii(typed.Trim()), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static T Named<T>(string typed, string rule, params object[] arguments)
        where T : struct, Enum =>
        Enum.TryParse<T>(typed, out var value) && Enum.IsDefined(value) && value.ToString() == typed ? value : throw new RuleBroken(rule, arguments);
}
