using System.Globalization;
using System.Net;
using System.Net.Sockets;
using OurVoice.Web.Media;

namespace OurVoice.Tests.Media;

public sealed class SandboxTests : IDisposable
{
    private static readonly SandboxLimits Ordinary = new();
    private readonly TryOut _tryOut = new();

    public void Dispose() => _tryOut.Dispose();

    [Fact]
    public async Task Run_SeesNothingButItsToolsAndItsJob()
    {
        var run = await _tryOut.RunAsync(Ordinary, "ls", "-A", "/", "/job", "/etc", "/tmp");

        Assert.Equal(SandboxEnd.Done, run.End);
        Assert.Subset(
            new HashSet<string>(["bin", "dev", "etc", "job", "lib", "lib64", "proc", "tmp", "usr", "alternatives", "fonts", "ld.so.cache", "in", "out"], StringComparer.Ordinal),
            run.Output.Split('\n').Where(line => line.Length > 0 && line[^1] != ':').ToHashSet(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Run_CannotReadHomeDataOrAnotherJob()
    {
        var data = Directory.CreateTempSubdirectory("data-").FullName;
        await File.WriteAllTextAsync(Path.Combine(data, "case.txt"), "a citizen's words");
        await using var other = await _tryOut.Sandbox.OpenAsync(CancellationToken.None);

        foreach (var place in (string[])[data, _tryOut.Root.Folder, "/root", "/home", "/var", "/run", "/etc/passwd", Repository.Root])
        {
            var run = await _tryOut.RunAsync(Ordinary, "ls", place);
            Assert.Contains("No such file or directory", run.Errors, StringComparison.Ordinal);
        }

        var words = await _tryOut.RunAsync(Ordinary, "cat", Path.Combine(data, "case.txt"));
        Assert.Equal((SandboxEnd.Failed, ""), (words.End, words.Output));
        Directory.Delete(data, recursive: true);
    }

    [Fact]
    public async Task Run_CanWriteOnlyIntoItsResultFolder()
    {
        var run = await _tryOut.RunAsync(
            Ordinary, "sh", "-c", "for f in /x /usr/x /etc/x /job/x /job/in/x /job/out/x; do touch $f 2>/dev/null && echo $f; done; true");

        Assert.Equal("/job/out/x\n", run.Output);
    }

    [Fact]
    public async Task Run_HasNoNetwork()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
        string[] call = ["bash", "-c", $"exec 3<>/dev/tcp/127.0.0.1/{port} && echo connected"];

        Assert.Equal((0, "connected\n"), await Tool.TryAsync(call[0], call[1..]));
        var inside = await _tryOut.RunAsync(Ordinary, call);
        var cards = await _tryOut.RunAsync(Ordinary, "sh", "-c", "tail -n +3 /proc/net/dev");

        Assert.Equal((SandboxEnd.Failed, ""), (inside.End, inside.Output));
        Assert.Equal("lo", Assert.Single(cards.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)).Split(':')[0].Trim());
    }

    [Fact]
    public async Task Run_KnowsNoSettingOfTheHostAndNoOtherProcess()
    {
        Environment.SetEnvironmentVariable("OURVOICE_SECRET", "password of the database");

        var run = await _tryOut.RunAsync(Ordinary, "sh", "-c", "cat /proc/*/environ | tr '\\0' '\\n' | cut -d= -f1 | sort -u; ls -d /proc/[0-9]* | wc -l");

        Assert.Equal(["HOME", "LANG", "PATH", "PWD"], run.Output.Split('\n')[..^2].Except(["SHLVL", "OLDPWD", "_"], StringComparer.Ordinal));
        Assert.InRange(int.Parse(run.Output.Split('\n')[^2], CultureInfo.InvariantCulture), 1, 6);
    }

    [Fact]
    public async Task Run_BeyondALimit_EndsAndSaysWhich()
    {
        var slow = await _tryOut.RunAsync(new() { Wall = TimeSpan.FromSeconds(1) }, "sleep", "60");
        var stubborn = await _tryOut.RunAsync(new() { Wall = TimeSpan.FromSeconds(1) }, "sh", "-c", "trap '' TERM; while :; do sleep 1; done");
        var busy = await _tryOut.RunAsync(new() { CpuSeconds = 1 }, "sh", "-c", "while :; do :; done");
        var big = await _tryOut.RunAsync(new() { FileBytes = 1_000_000 }, "dd", "if=/dev/zero", "of=big", "bs=1000000", "count=2");
        var fits = await _tryOut.RunAsync(new() { FileBytes = 2_000_000 }, "dd", "if=/dev/zero", "of=big", "bs=1000000", "count=2");
        var greedy = await _tryOut.RunAsync(new() { MemoryBytes = 100_000_000 }, "dd", "if=/dev/zero", "of=/dev/null", "bs=200000000", "count=1");

        Assert.Equal([SandboxEnd.TimedOut, SandboxEnd.TimedOut, SandboxEnd.TimedOut], [slow.End, stubborn.End, busy.End]);
        Assert.Equal((SandboxEnd.FileTooLarge, SandboxEnd.Done), (big.End, fits.End));
        Assert.Equal(SandboxEnd.Failed, greedy.End);
        _tryOut.AssertNothingLeft();
    }

    [Fact]
    public async Task Run_Cancelled_KillsTheProcessAndDeletesTheJob()
    {
        using var stop = new CancellationTokenSource();
        await using (var job = await _tryOut.Sandbox.OpenAsync(CancellationToken.None))
        {
            var run = job.RunAsync(["sleep", "60"], Ordinary, stop.Token);
            while (!_tryOut.Processes().Any())
            {
                Assert.False(run.IsCompleted);
                await Task.Delay(50);
            }

            await stop.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run.WaitAsync(TimeSpan.FromMinutes(1)));
        }

        _tryOut.AssertNothingLeft();
    }

    [Fact]
    public async Task Open_BeyondTwo_WaitsForAFreePlace()
    {
        var first = await _tryOut.Sandbox.OpenAsync(CancellationToken.None);
        await using var second = await _tryOut.Sandbox.OpenAsync(CancellationToken.None);
        var third = _tryOut.Sandbox.OpenAsync(CancellationToken.None);

        Assert.False(third.IsCompleted);
        await first.DisposeAsync();
        await using var opened = await third.WaitAsync(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Take_LinkPipeOrEmptyFile_IsNoResult()
    {
        var secret = Path.GetTempFileName();
        await File.WriteAllTextAsync(secret, "a key");
        await using var job = await _tryOut.Sandbox.OpenAsync(CancellationToken.None);
        await job.RunAsync(["sh", "-c", $"ln -s {secret} link; mkfifo pipe; touch empty; echo good > good; mkdir -p locked/in; chmod 0 locked ."], Ordinary, CancellationToken.None);

        Assert.Null(await job.TakeAsync("link", CancellationToken.None));
        Assert.Null(await job.TakeAsync("pipe", CancellationToken.None));
        Assert.Null(await job.TakeAsync("empty", CancellationToken.None));
        Assert.Null(await job.TakeAsync("absent", CancellationToken.None));
        Assert.Equal("good\n"u8.ToArray(), await job.TakeAsync("good", CancellationToken.None));
        File.Delete(secret);
    }
}
