using Microsoft.AspNetCore.Http;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Intake.Upload;

namespace OurVoice.Intake.Submit;

/// <summary>The posted fields, as strings. An absent field is null, an empty one is empty.</summary>
internal sealed class Posted(IFormCollection form, UploadResult? upload)
{
    /// <summary>Longer than any short answer; what is beyond comes back cut.</summary>
    private const int ShortAnswer = 5_000;

    public string? Draft => Raw("draft");

    /// <summary>Which button: next, back, stay, to:step, ...</summary>
    public string Go => Raw("go") is { Length: > 0 } go ? go : "next";

    public Step? Step => Enum.TryParse<Step>(Raw("step"), out var step) && Enum.IsDefined(step) ? step : null;

    public CaseKind? Kind => Kinds.Read(Raw("kind"));

    /// <summary>What became of a file that came with this post.</summary>
    public UploadResult? Upload => upload;

    /// <summary>A short answer: one line, trimmed.</summary>
    public string? Line(string name) => Raw(name) is { } raw
        ? Clusters.First(raw.Length > ShortAnswer ? raw[..ShortAnswer] : raw, ShortAnswer).ReplaceLineEndings(" ").Trim()
        : null;

    /// <summary>A long answer with its line ends.</summary>
    public string? Words(string name) => Raw(name) is { } raw ? Clusters.NormalizeNewlines(raw) : null;

    public bool IsTicked(string name) => Raw(name) is { Length: > 0 };

    // A field sent twice gives the first.
    private string? Raw(string name) => form.TryGetValue(name, out var values) && values.Count > 0 ? values[0] : null;
}
