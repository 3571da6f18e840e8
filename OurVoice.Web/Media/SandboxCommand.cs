using System.Globalization;

namespace OurVoice.Web.Media;

/// <summary>The command line around a command: time limit, resource limits, namespaces. `timeout` stands outside because
/// bwrap dies with its parent thread, and threads of .NET come and go.</summary>
internal static class SandboxCommand
{
    public const string Timeout = "/usr/bin/timeout";
    public const string Prlimit = "/usr/bin/prlimit";

    public static IEnumerable<string> Arguments(string bwrap, string folder, SandboxLimits limits, IEnumerable<string> command) =>
    [
        "-k", "2", Number(limits.Wall.TotalSeconds),
        Prlimit, $"--as={Number(limits.MemoryBytes)}", $"--cpu={Number(limits.CpuSeconds)}", $"--fsize={Number(limits.FileBytes)}",
        "--nofile=64", "--core=0",
        bwrap, "--unshare-all", "--die-with-parent", "--new-session", "--cap-drop", "ALL",
        "--clearenv", "--setenv", "PATH", "/usr/bin", "--setenv", "HOME", "/tmp", "--setenv", "LANG", "C.UTF-8",
        "--ro-bind", "/usr", "/usr", "--symlink", "usr/lib", "/lib", "--symlink", "usr/lib64", "/lib64", "--symlink", "usr/bin", "/bin",
        "--ro-bind-try", "/etc/ld.so.cache", "/etc/ld.so.cache", "--ro-bind-try", "/etc/fonts", "/etc/fonts",
        "--ro-bind-try", "/etc/alternatives", "/etc/alternatives",
        "--proc", "/proc", "--dev", "/dev", "--size", "67108864", "--tmpfs", "/tmp",
        "--dir", "/job", "--ro-bind", Path.Combine(folder, "in"), "/job/in", "--bind", Path.Combine(folder, "out"), "/job/out",
        "--remount-ro", "/", "--chdir", "/job/out",
        .. command,
    ];

    private static string Number(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);
}
