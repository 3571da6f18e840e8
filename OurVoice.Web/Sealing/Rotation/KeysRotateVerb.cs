using OurVoice.Contracts.Host;

namespace OurVoice.Web.Sealing.Rotation;

/// <summary><c>keys rotate [site|government|ti]</c>: without a name all three.</summary>
internal sealed class KeysRotateVerb(Rotating rotating) : IHostVerb
{
    public string Words => "keys rotate";

    public string Usage => "[site|government|ti]";

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, CancellationToken cancel)
    {
        if (Named(arguments) is not { } sides)
        {
            await output.WriteLineAsync($"Write: {Words} {Usage}");
            return 2;
        }

        try
        {
            foreach (var side in sides)
            {
                await SayAsync(side, await rotating.RotateAsync(side, output, cancel), output);
            }

            return 0;
        }
        catch (OperationCanceledException)
        {
            await output.WriteLineAsync("Stopped. Nothing is lost: what is not yet under the new key still opens with the old one. Call it again to go on.");
            return 1;
        }
    }

    private static Side?[]? Named(IReadOnlyList<string> arguments) => arguments switch
    {
        [] => [null, Side.Government, Side.Ti],
        ["site"] => [null],
        ["government" or "gov"] => [Side.Government],
        ["ti"] => [Side.Ti],
        _ => null,
    };

    private static async Task SayAsync(Side? side, Masters.MasterKey key, TextWriter output)
    {
        await output.WriteLineAsync($"{key}: in use, and everything that can be wrapped again is under it.");
        await output.WriteLineAsync(side is null
            ? "The older site keys still find the receipts of the cases sent under them: keep their files until 'keys retire' lets them go."
            : $"Keep the older files for {KeysRetireVerb.Days} days, as long as a backup of the key store may need them; then 'keys retire' lets them go.");
    }
}
