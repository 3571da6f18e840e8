using OurVoice.Contracts.Host;

namespace OurVoice.Web.Media;

/// <summary>One file in the sandbox and the commands run on it. A command that does not succeed ends the cleaning with its reason.</summary>
internal sealed class Workbench(SandboxJob job, MediaOptions options)
{
    /// <summary>The citizen's file, seen from where commands run.</summary>
    public const string Source = "../in/original";

    public MediaOptions Options => options;

    /// <summary>What the command wrote.</summary>
    public async Task<string> RunAsync(string[] command, SandboxLimits limits, CancellationToken cancellationToken)
    {
        var run = await job.RunAsync(command, limits, cancellationToken);
        return run.End switch
        {
            SandboxEnd.Done => run.Output,
            SandboxEnd.TimedOut => throw new CleaningStopped(CleaningFailure.TimedOut),
            SandboxEnd.FileTooLarge => throw new CleaningStopped(CleaningFailure.TooLarge),
            SandboxEnd.ToolMissing => throw new CleaningStopped(CleaningFailure.SandboxMissing),
            // bwrap and the converters say 1 for everything: a citizen's good file must not be called broken for our fault.
            SandboxEnd.Failed when (await job.RunAsync(["true"], options.Look, cancellationToken)).End is not SandboxEnd.Done
                => throw new CleaningStopped(CleaningFailure.SandboxMissing),
            SandboxEnd.Failed => throw new CleaningStopped(CleaningFailure.NotDecodable),
            _ => throw new InvalidOperationException($"Unknown end {run.End}."),
        };
    }

    public Task<byte[]?> TakeAsync(string name, CancellationToken cancellationToken) => job.TakeAsync(name, cancellationToken);

    public IReadOnlyList<string> Results(string pattern, int most) => job.Results(pattern, most);
}
