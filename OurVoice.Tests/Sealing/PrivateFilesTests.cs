using System.Runtime.Versioning;
using OurVoice.Web.Sealing;
using OurVoice.Web.Sealing.Files;

namespace OurVoice.Tests.Sealing;

/// <summary>Files and folders of the sealing on a disk.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class PrivateFilesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ov_private_").FullName;

    private string File1 => Path.Combine(_folder, "one");

    [Fact]
    public void A_new_file_is_the_owners_and_never_takes_the_place_of_another()
    {
        using (var file = PrivateFiles.Create(File1))
        {
            Assert.False(file.CanRead);
            file.WriteByte(1);
            Assert.Equal(1, new FileInfo(File1).Length); // nothing waits in a buffer that is not ours to wipe
        }

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(File1));
        Assert.Throws<IOException>(() => PrivateFiles.Create(File1).Dispose());
        Assert.Equal([1], File.ReadAllBytes(File1));
    }

    [Theory]
    [InlineData(UnixFileMode.None, false)]
    [InlineData(UnixFileMode.UserExecute, false)]
    [InlineData(UnixFileMode.GroupRead, true)]
    [InlineData(UnixFileMode.GroupExecute, true)]
    [InlineData(UnixFileMode.OtherWrite, true)]
    [InlineData(UnixFileMode.SetUser, true)]
    public void Any_right_of_another_opens_it_to_others(UnixFileMode more, bool isOpen)
    {
        PrivateFiles.Create(File1).Dispose();
        File.SetUnixFileMode(File1, PrivateFiles.FileMode | more);
        Assert.Equal(isOpen, PrivateFiles.IsOpenToOthers(File1));
    }

    [Fact]
    public void A_new_folder_is_the_owners_and_one_that_is_there_is_no_error()
    {
        var inner = Path.Combine(_folder, "a", "b");
        PrivateFiles.CreateFolder(inner);
        PrivateFiles.CreateFolder(inner);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(inner));
        Assert.False(PrivateFiles.IsOpenToOthers(inner));
    }

    [Fact]
    public void A_path_is_followed_through_links_as_far_as_it_exists()
    {
        var real = Directory.CreateDirectory(Path.Combine(_folder, "real")).FullName;
        Directory.CreateSymbolicLink(Path.Combine(_folder, "link"), real);
        Directory.CreateSymbolicLink(Path.Combine(_folder, "chain"), Path.Combine(_folder, "link"));
        var root = RealPath.Of(_folder);
        Assert.Equal(Path.Combine(root, "real", "keys", "x"), RealPath.Of(Path.Combine(_folder, "link", "keys", "x")));
        Assert.Equal(Path.Combine(root, "real"), RealPath.Of(Path.Combine(_folder, "chain") + "/"));
        Assert.Equal(Path.Combine(root, "none", "here"), RealPath.Of(Path.Combine(_folder, "none", "here")));
        Assert.Equal("/", RealPath.Of("/"));
    }

    [Fact]
    public void A_folder_that_cannot_be_synced_is_said_by_name()
    {
        var none = Path.Combine(_folder, "none");
        Assert.Contains(none, Assert.Throws<IOException>(() => DurableFiles.SyncFolder(none)).Message, StringComparison.Ordinal);
        DurableFiles.SyncFolder(_folder);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
