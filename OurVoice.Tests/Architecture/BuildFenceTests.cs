using System.Diagnostics;

namespace OurVoice.Tests.Architecture;

public sealed class BuildFenceTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ov-fence-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_module_that_refers_to_another_module_fails_the_build()
    {
        var (code, said) = await BuildAsync("Restore", """<ProjectReference Include="../Cases/OurVoice.Cases.csproj" />""");
        Assert.NotEqual(0, code);
        Assert.Contains("OV0001", said, StringComparison.Ordinal);
        Assert.Contains("OurVoice.Cases", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_module_as_it_is_passes_the_fence()
    {
        var (code, said) = await BuildAsync("ModuleFence", "");
        Assert.True(code == 0, said);
    }

    [Fact]
    public void The_script_of_the_desk_was_taken_out_of_its_pack_whole() =>
        Assert.True(new FileInfo(Repository.At("OurVoice.Web", "wwwroot", "_framework", "blazor.web.js")).Length > 100_000);

    private async Task<(int Code, string Said)> BuildAsync(string target, string reference)
    {
        var project = Path.Combine(_folder, "OurVoice.Modules", "Places", "OurVoice.Places.csproj");
        Directory.CreateDirectory(Path.GetDirectoryName(project)!);
        foreach (var file in new[] { "Directory.Build.props", "Directory.Packages.props", "global.json", "OurVoice.Modules/Directory.Build.props", "OurVoice.Modules/Directory.Build.targets" })
        {
            File.Copy(Repository.At(file), Path.Combine(_folder, file));
        }

        var real = await File.ReadAllTextAsync(Repository.At("OurVoice.Modules", "Places", "OurVoice.Places.csproj"));
        await File.WriteAllTextAsync(project, real.Replace("</Project>", $"<ItemGroup>{reference}</ItemGroup></Project>", StringComparison.Ordinal));
        return await RunAsync("msbuild", project, "-nologo", "-v:q", "-nodeReuse:false", "-t:" + target);
    }

    private static async Task<(int Code, string Said)> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        try
        {
            var said = process.StandardOutput.ReadToEndAsync(patience.Token);
            var complained = process.StandardError.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            return (process.ExitCode, await said + await complained);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }
}
