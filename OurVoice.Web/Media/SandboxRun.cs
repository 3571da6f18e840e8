namespace OurVoice.Web.Media;

internal enum SandboxEnd
{
    Done,
    Failed,
    TimedOut,
    FileTooLarge,
    ToolMissing,
}

/// <summary>How a sandboxed command ended. Output and errors may hold a citizen's words: never log them.</summary>
internal sealed record SandboxRun(int ExitCode, string Output, string Errors)
{
    private const int Killed = 128 + 9;
    private const int CpuUsedUp = 128 + 24;
    private const int FileSizeReached = 128 + 25;

    // At its CPU limit the kernel kills outright; timeout answers 124, or 137 where it had to kill.
    public SandboxEnd End => ExitCode switch
    {
        0 => SandboxEnd.Done,
        124 or Killed or CpuUsedUp => SandboxEnd.TimedOut,
        FileSizeReached => SandboxEnd.FileTooLarge,
        125 or 126 or 127 => SandboxEnd.ToolMissing,
        _ => SandboxEnd.Failed,
    };
}
