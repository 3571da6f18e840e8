using System.Globalization;
using OurVoice.Contracts.Host;

namespace OurVoice.Web.Audit.Verify;

/// <summary>Says whether the audit is whole: up to the last written head for certain, and which rows are younger.</summary>
internal sealed class AuditVerb(ChainCheck check) : IHostVerb
{
    public string Words => "audit verify";

    public string Usage => "[gov|ti]";

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, CancellationToken cancel)
    {
        Side[]? sides = arguments switch
        {
            [] => [Side.Government, Side.Ti],
            ["gov"] => [Side.Government],
            ["ti"] => [Side.Ti],
            _ => null,
        };
        if (sides is null)
        {
            await output.WriteLineAsync($"Say: {Words} {Usage}");
            return 2;
        }

        var isWhole = true;
        foreach (var side in sides)
        {
            isWhole &= await SayAsync(side, output, cancel);
        }

        return isWhole ? 0 : 1;
    }

    private static string Cut(Findings found) => found.Cut is not { } cut
        ? ""
        : string.Create(CultureInfo.InvariantCulture, $", the first of them row {found.First}: those before it had been kept their time and were cut off on {cut.At:yyyy-MM-dd}");

    private async Task<bool> SayAsync(Side side, TextWriter output, CancellationToken cancel)
    {
        var found = await check.RunAsync(side, cancel);
        var name = side == Side.Ti ? "ti" : "gov";
        var head = found.LastHead is { } at ? at.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) + " UTC" : "never";
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{name}: {found.Rows} rows{Cut(found)}; last head written {head}; {found.Younger} rows are younger than it: chained, but nothing outside the database vouches for them yet."));
        foreach (var sentence in found.Wrong)
        {
            await output.WriteLineAsync($"{name}: {sentence}");
        }

        if (found.More > 0)
        {
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{name}: and {found.More} more."));
        }

        await output.WriteLineAsync(name + (found.Wrong.Count == 0 ? ": whole." : ": NOT whole."));
        return found.Wrong.Count == 0;
    }
}
