using System.Web;
using Microsoft.Extensions.Primitives;
using OurVoice.Cases.Desk;
using OurVoice.Cases.Worklist;

namespace OurVoice.Cases.ListAges;

/// <summary>
/// What the age list shows, as it stands in the address: codes only. Whatever is not understood is left out.
/// </summary>
internal sealed record AgeFilter
{
    public const string Path = "/desk/ages";

    /// <summary>Code of a province.</summary>
    public string? Province { get; init; }

    public AgeBand? Band { get; init; }

    /// <summary>Only what came from an office below.</summary>
    public bool Climbed { get; init; }

    public ListPlace Page { get; init; } = ListPlace.First;

    public static AgeFilter Read(IEnumerable<KeyValuePair<string, StringValues>> query)
    {
        var said = query.ToDictionary(q => q.Key, q => q.Value.ToString(), StringComparer.Ordinal);
        string? Said(string name) => said.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;
        return new()
        {
            Province = Said("province") is { Length: 2 } code && code.All(char.IsAsciiDigit) ? code : null,
            Band = Enum.GetValues<AgeBand>().Where(b => WorklistFilter.Code<AgeBand>(b) == Said("age")).Select(b => (AgeBand?)b).FirstOrDefault(),
            Climbed = Said("came") == "climbed",
            Page = ListPlace.Read(Said("after"), Said("before")),
        };
    }

    /// <summary>The address that shows this, in one spelling only.</summary>
    public string Address()
    {
        (string Name, string? Value)[] parts =
        [
            ("province", Province), ("age", WorklistFilter.Code(Band)), ("came", Climbed ? "climbed" : null),
            ("after", Page.After?.ToString()), ("before", Page.Before?.ToString()),
        ];
        var query = string.Join('&', parts.Where(p => p.Value is not null).Select(p => $"{p.Name}={HttpUtility.UrlEncode(p.Value)}"));
        return query.Length == 0 ? Path : $"{Path}?{query}";
    }

    public AgeFilter FirstPage() => this with { Page = ListPlace.First };
}
