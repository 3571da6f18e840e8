using System.Web;
using Microsoft.Extensions.Primitives;
using OurVoice.Cases.Desk;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.Worklist;

internal enum WorklistWho
{
    All,
    Mine,
    Nobody,
}

/// <summary>
/// What the worklist shows, as it stands in the address: codes only, never a name or a word. Whatever is not understood is
/// left out, so that an old or mistyped address still shows a list.
/// </summary>
internal sealed record WorklistFilter
{
    public const string Path = "/desk/cases";

    public const string Open = "open";

    public const string Any = "all";

    /// <summary>Waiting for the citizen while the clock runs.</summary>
    public const string Parked = "parked";

    /// <summary>Left alone by the ladder, as it keeps failing on them.</summary>
    public const string Aside = "aside";

    /// <summary>Something without a digit was typed as a number: no case has it, and what was typed is not put into an address.</summary>
    private const string NoNumber = "-";

    /// <summary>Of the offices that the person works for; null for the first of them.</summary>
    public Guid? Office { get; init; }

    public CaseKind? Kind { get; init; }

    /// <summary><see cref="Open"/>, <see cref="Any"/>, <see cref="Parked"/>, <see cref="Aside"/>, or the name of a state in lower case.</summary>
    public string State { get; init; } = Open;

    public WorklistWho Who { get; init; }

    public Part Part { get; init; }

    public bool Overdue { get; init; }

    /// <summary>A fold that was opened; null: the list, in which folded cases do not stand.</summary>
    public Guid? Fold { get; init; }

    /// <summary>Code of a province, district or commune; whatever lies in it.</summary>
    public string? Place { get; init; }

    /// <summary>A whole case number; all other choices are then left aside.</summary>
    public string? Number { get; init; }

    public bool LatestFirst { get; init; }

    public ListCursor? After { get; init; }

    public ListCursor? Before { get; init; }

    public ListPlace Page => new(After, Before);

    public bool IsNarrowed => this with { Office = null, Fold = null, Part = default, LatestFirst = false, After = null, Before = null } != new WorklistFilter();

    public CaseState? OneState => State is Open or Any or Parked or Aside ? null : Enum.Parse<CaseState>(State, ignoreCase: true);

    public static WorklistFilter Read(IEnumerable<KeyValuePair<string, StringValues>> query)
    {
        var said = query.ToDictionary(q => q.Key, q => q.Value.ToString(), StringComparer.Ordinal);
        string? Said(string name) => said.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;
        return new()
        {
            Office = Guid.TryParseExact(Said("office"), "N", out var office) ? office : null,
            Kind = Name<CaseKind>(Said("kind")),
            State = Said("state") is { } state && (state is Any or Parked or Aside || Name<CaseState>(state) is not null) ? state : Open,
            Who = Name<WorklistWho>(Said("who")) ?? WorklistWho.All,
            Part = Name<Part>(Said("part")) ?? Part.Holds,
            Overdue = Said("due") == "overdue",
            Fold = Guid.TryParseExact(Said("fold"), "N", out var fold) ? fold : null,
            Place = Digits(Said("place")) is { Length: 2 or 4 or 6 } place ? place : null,
            Number = Said("number") is not { } typed ? null : Digits(typed) is { Length: > 0 } number ? number : NoNumber,
            LatestFirst = Said("sort") == "latest",
            After = ListCursor.Parse(Said("after")),
            Before = ListCursor.Parse(Said("before")),
        };
    }

    /// <summary>The address that shows this, in one spelling only.</summary>
    public string Address()
    {
        (string Name, string? Value)[] parts =
        [
            ("office", Office?.ToString("N")), ("kind", Code(Kind)), ("state", State == Open ? null : State),
            ("who", Who == WorklistWho.All ? null : Code<WorklistWho>(Who)), ("part", Part == Part.Holds ? null : Code<Part>(Part)),
            ("due", Overdue ? "overdue" : null), ("fold", Fold?.ToString("N")), ("place", Place), ("number", Number), ("sort", LatestFirst ? "latest" : null),
            ("after", After?.ToString()), ("before", Before?.ToString()),
        ];
        var query = string.Join('&', parts.Where(p => p.Value is not null).Select(p => $"{p.Name}={HttpUtility.UrlEncode(p.Value)}"));
        return query.Length == 0 ? Path : $"{Path}?{query}";
    }

    public WorklistFilter FirstPage() => this with { After = null, Before = null };

    public static string? Code<T>(T? value)
        where T : struct, Enum => value?.ToString().ToLowerInvariant();

    // Names only: a number in the address is no code.
    private static T? Name<T>(string? code)
        where T : struct, Enum => Enum.GetValues<T>().Where(v => Code<T>(v) == code).Select(v => (T?)v).FirstOrDefault();

    private static string? Digits(string? typed) =>
        typed is null ? null : new string([.. Contracts.Host.Digits.ToAscii(typed).Where(char.IsAsciiDigit)]) is { Length: <= 20 } digits ? digits : null;
}
