using OurVoice.Contracts.Host;

namespace OurVoice.Web.Outbox.ShowOutbox;

/// <summary>Which rows of a side's outbox, as the address says it; what cannot be read in it does not count.</summary>
/// <param name="State">One state; null for all. An address that says nothing asks for the dead letters.</param>
/// <param name="Template">One template.</param>
/// <param name="Before">The row to go on from.</param>
public sealed record OutboxQuery(OutboxState? State, string? Template, Guid? Before)
{
    public const string Path = "/desk/outbox";
    private const string Any = "all";

    /// <summary>Names of the templates there are.</summary>
    public static IReadOnlyList<string> AllTemplates { get; } = [.. typeof(Templates).GetFields().Select(f => (string)f.GetValue(null)!)];

    public static OutboxQuery Read(string? state, string? template, string? before) => new(
        string.IsNullOrEmpty(state) ? OutboxState.Dead : Enum.GetValues<OutboxState>().Where(s => s.ToString() == state).Cast<OutboxState?>().FirstOrDefault(),
        AllTemplates.FirstOrDefault(t => t == template),
        Guid.TryParse(before, out var row) ? row : null);

    public string Address(string? done = null) => Path + QueryString.Create(new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["state"] = State?.ToString() ?? Any, ["template"] = Template, ["before"] = Before?.ToString("N"), ["done"] = done,
    }.Where(p => p.Value is not null));
}
