using OurVoice.Web.Media;

namespace OurVoice.Tests.Media;

public sealed class SandboxRootTests : IDisposable
{
    private readonly string _parent = Directory.CreateTempSubdirectory("root-").FullName;

    public void Dispose() => Directory.Delete(_parent, recursive: true);

    [Fact]
    public void Sweep_DeletesWhatAKilledProcessLeft_AndSparesTheLiving()
    {
        using var living = Root();
        using var me = Root();
        var killed = Directory.CreateDirectory(Path.Combine(_parent, "ourvoice-media-killed"));
        File.WriteAllText(Path.Combine(killed.FullName, "lock"), "");
        File.WriteAllText(Path.Combine(killed.CreateSubdirectory("job").FullName, "original"), "a citizen's voice");
        var newborn = Directory.CreateDirectory(Path.Combine(_parent, "ourvoice-media-newborn"));
        var foreign = Directory.CreateDirectory(Path.Combine(_parent, "something-else"));

        Assert.Equal(1, me.Sweep());

        Assert.False(killed.Exists && Directory.Exists(killed.FullName));
        Assert.All([living.Folder, me.Folder, newborn.FullName, foreign.FullName], folder => Assert.True(Directory.Exists(folder)));
    }

    [Fact]
    public async Task Folder_IsForOurAccountAlone_AndGoesWithTheProcess()
    {
        var root = Root();
        Assert.Equal("700\n", await Tool.RunAsync("stat", "-c", "%a", root.Folder));
        root.Dispose();
        Assert.Empty(Directory.EnumerateFileSystemEntries(_parent));
    }

    [Fact]
    public void Parent_WithoutSetting_IsAMemoryFileSystem()
    {
        using var root = new SandboxRoot(new MediaOptions(), TimeProvider.System);
        Assert.True(root.IsInMemory, root.Parent);
    }

    private SandboxRoot Root() => new(new MediaOptions { JobRoot = _parent }, TimeProvider.System);
}
