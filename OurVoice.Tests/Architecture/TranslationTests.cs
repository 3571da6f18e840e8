using System.Text.RegularExpressions;
using OurVoice.Cases.OpenIdentity;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;
using OurVoice.Web.Outbox;
using OurVoice.Web.Outbox.ShowOutbox;

namespace OurVoice.Tests.Architecture;

public sealed class TranslationTests
{
    /// <summary>Beginnings of keys that no source spells out, each with the reason.</summary>
    private static readonly string[] DeclaredPrefixes =
    [
        // Words of the services list, looked up as they stand there: "per sheet", "1 year", "after 30 days".
        "Unit_", "Validity_", "Deadline_",
    ];

    /// <summary>Keys built from an enumeration: a file that has one of them must have them all.</summary>
    private static readonly (string Prefix, Type Values)[] Enumerated =
    [
        ("CaseKind_", typeof(CaseKind)), ("CaseState_", typeof(CaseState)), ("OfficeKind_", typeof(OfficeKind)), ("OfficeState_", typeof(OfficeState)),
        ("AuditAct_", typeof(AuditAct)), ("AuditReason_", typeof(IdentityReason)), ("AuditReason_", typeof(CredentialChange)), ("AuditReason_", typeof(DiscardReason)), ("AuditReason_", typeof(CalendarCause)), ("AuditReason_", typeof(OfficeKind)), ("DiscardReason_", typeof(DiscardReason)), ("OutboxState_", typeof(OutboxState)), ("Approvals_Change_", typeof(CredentialChange)), ("IdentityReason_", typeof(IdentityReason)),
    ];

    private static readonly Regex Localizer = new(@"IStringLocalizer<(?<marker>\w+)>\??\s+@?(?<field>\w+)", RegexOptions.None, TimeSpan.FromMinutes(1));
    private static readonly Regex Rule = new(@"new RuleBroken\(\s*""(?<key>\w+)""", RegexOptions.None, TimeSpan.FromMinutes(1));

    [Fact]
    public void There_are_texts_to_judge() => Assert.NotEmpty(Texts.All);

    [Fact]
    public void Every_key_stands_once_in_both_languages_and_no_Khmer_file_stands_alone()
    {
        var faults = Texts.All.SelectMany(t => Keys(t.English).Except(Keys(t.Khmer)).Select(k => $"{t.Name}.km.resx lacks {k}")
            .Concat(Keys(t.Khmer).Except(Keys(t.English)).Select(k => $"{t.Name}.resx lacks {k}"))
            .Concat(Twice(t.English).Concat(Twice(t.Khmer)).Select(k => $"{t.Name} has {k} twice")));
        var alone = Repository.Files(".km.resx").Except(Texts.All.Select(t => Texts.KhmerPath(t.Path)));
        Assert.Empty(faults.Concat(alone));
    }

    [Fact]
    public void No_text_is_empty() =>
        Assert.Empty(Texts.All.SelectMany(t => t.English.Concat(t.Khmer).Where(e => string.IsNullOrWhiteSpace(e.Value)).Select(e => $"{t.Name}: {e.Key}")));

    [Fact]
    public void Both_languages_have_the_same_placeholders() =>
        Assert.Empty(Texts.All.SelectMany(t => t.English.Join(t.Khmer, e => e.Key, k => k.Key, (e, k) => (e.Key, English: e.Value, Khmer: k.Value))
            .Where(p => Texts.Placeholders(p.English) != Texts.Placeholders(p.Khmer)).Select(p => $"{t.Name}: {p.Key}")));

    [Fact]
    public void Every_key_is_used()
    {
        var uses = new TextUses(Sources.Product.Select(s => s.Text));
        Assert.Empty(Texts.All.SelectMany(t => Keys(t.English).Where(k => !uses.Uses(k, DeclaredPrefixes)).Select(k => $"{t.Name}: {k}")));
    }

    [Fact]
    public void Every_key_that_a_page_asks_for_exists() =>
        Assert.Empty(Sources.Product.SelectMany(s => Localizer.Matches(s.Text).Select(m => (Marker: m.Groups["marker"].Value, Field: m.Groups["field"].Value)).Distinct()
            .SelectMany(l => Missing(s, l.Marker, l.Field))));

    [Fact]
    public void Every_rule_has_its_sentence() =>
        Assert.Empty(Sources.Product.SelectMany(s => Rule.Matches(s.Text).Select(m => m.Groups["key"].Value)
            .Where(key => !Texts.All.Any(t => t.Has(key))).Select(key => $"{s.Path}: {key} is in no resource file")));

    [Fact]
    public void Keys_built_from_an_enumeration_are_complete() =>
        Assert.Empty(Texts.All.SelectMany(t => Enumerated.Where(e => Keys(t.English).Any(k => k.StartsWith(e.Prefix, StringComparison.Ordinal)))
            .SelectMany(e => Enum.GetNames(e.Values).Select(name => e.Prefix + name))
            .Where(key => !Keys(t.English).Any(k => k == key || k.StartsWith(key + "_", StringComparison.Ordinal)))
            .Select(key => $"{t.Name} lacks {key}")));

    [Theory]
    [InlineData("Kind_Complaint", true)]
    [InlineData("State_Closed_Line", true)]
    [InlineData("NotFound_Title", true)]
    [InlineData("Saved", true)]
    [InlineData("Whole", true)]
    [InlineData("Kind_Nothing", false)]
    [InlineData("Gone_Title", false)]
    [InlineData("Complaint", false)]
    [InlineData("Old", false)]
    public void Uses_sees_whole_and_built_keys_and_no_others(string key, bool used)
    {
        var uses = new TextUses(["""Text["Kind_" + kind]; enum K { Complaint } Text[$"State_{s}_Line"] Closed Line key = "NotFound"; Text[key + "_Title"]; nameof(WebText.Saved) Text["Whole", 1] Old"""]);
        Assert.Equal(used, uses.Uses(key, []));
    }

    private static IEnumerable<string> Keys(IReadOnlyList<KeyValuePair<string, string>> entries) => entries.Select(e => e.Key);

    private static IEnumerable<string> Twice(IReadOnlyList<KeyValuePair<string, string>> entries) =>
        Keys(entries).GroupBy(k => k).Where(g => g.Count() > 1).Select(g => g.Key);

    private static IEnumerable<string> Missing(Sources source, string marker, string field)
    {
        if (Texts.All.FirstOrDefault(t => t.Name == marker) is not { } texts)
        {
            return marker is "T" or "TText" ? [] : [$"{source.Path}: there is no {marker}.resx"];
        }

        var asked = new Regex($@"\b{field}\[\s*\$?""(\w+)(""\s*[\],]|""\s*\+|\{{)", RegexOptions.None, TimeSpan.FromMinutes(1));
        return asked.Matches(source.Text)
            .Where(m => m.Groups[2].Value is [.. , '+'] or "{"
                ? !Keys(texts.English).Any(k => k.StartsWith(m.Groups[1].Value, StringComparison.Ordinal))
                : !texts.Has(m.Groups[1].Value))
            .Select(m => $"{source.Path}: {marker} lacks {m.Groups[1].Value}");
    }
}
