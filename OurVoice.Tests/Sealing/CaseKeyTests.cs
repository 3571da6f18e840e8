using System.Security.Cryptography;
using OurVoice.Contracts.Host;
using OurVoice.Web.Sealing.Store;

namespace OurVoice.Tests.Sealing;

public sealed class CaseKeyTests
{
    private const string Story = "មេភូមិសុំលុយ ៥០០០០ រៀល 🙏";
    private static readonly Guid Case = Guid.NewGuid();
    private static readonly SealedField At = new("intake_story", Case, "Text", 1, Guid.NewGuid());

    public static TheoryData<string, SealedField> OtherPlaces => new()
    {
        { "table", At with { Table = "intake_stories" } },
        { "case", At with { CaseId = Guid.NewGuid() } },
        { "row", At with { Row = Guid.NewGuid() } },
        { "no row", At with { Row = Guid.Empty } },
        { "field", At with { Field = "Note" } },
        { "version", At with { Version = 2 } },
        { "a letter moved from table to field", At with { Table = "intake_stor", Field = "yText" } },
    };

    [Theory]
    [InlineData("")]
    [InlineData("no")]
    [InlineData(Story)]
    public void A_text_comes_back_as_it_was(string text)
    {
        using var key = NewKey();
        Assert.Equal(text, key.Open(At, key.Seal(At, text)));
    }

    [Fact]
    public void Forty_kilobytes_come_back_and_are_nowhere_in_the_blob()
    {
        using var key = NewKey();
        var bytes = RandomNumberGenerator.GetBytes(40_000);
        var blob = key.SealBytes(At, bytes);
        Assert.Equal(bytes, key.OpenBytes(At, blob));
        Assert.Equal(-1, blob.AsSpan().IndexOf(bytes.AsSpan(0, 16)));
    }

    [Theory, MemberData(nameof(OtherPlaces))]
    public void A_blob_moved_to_another_place_does_not_open(string moved, SealedField to)
    {
        Assert.NotEmpty(moved);
        using var key = NewKey();
        var blob = key.Seal(At, Story);
        Assert.Throws<SealBroken>(() => key.Open(to, blob));
    }

    [Fact]
    public void Every_changed_byte_and_every_shorter_blob_is_noticed()
    {
        using var key = NewKey();
        var blob = key.Seal(At, Story);
        for (var i = 0; i < blob.Length; i++)
        {
            var changed = blob.ToArray();
            changed[i] ^= 0x01;
            Assert.Throws<SealBroken>(() => key.Open(At, changed));
            Assert.Throws<SealBroken>(() => key.Open(At, blob.AsSpan(0, i)));
        }

        Assert.Throws<SealBroken>(() => key.Open(At, [.. blob, 0]));
    }

    [Fact]
    public void What_is_said_of_a_broken_seal_names_the_column_and_nothing_of_the_case()
    {
        using var key = NewKey();
        var broken = Assert.Throws<SealBroken>(() => key.Open(At, new byte[200]));
        Assert.Contains("intake_story.Text", broken.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Case.ToString(), broken.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_text_never_gives_the_same_blob_and_short_answers_the_same_length()
    {
        using var key = NewKey();
        Assert.NotEqual(key.Seal(At, "yes"), key.Seal(At, "yes"));
        Assert.Equal(key.Seal(At, "yes").Length, key.Seal(At, "a name of some forty letters, more or less").Length);
    }

    [Fact]
    public void Another_key_of_the_same_case_and_the_other_box_do_not_open_it()
    {
        var bytes = RandomNumberGenerator.GetBytes(32);
        using var key = new OpenCaseKey(Case, KeyBox.Content, [.. bytes]);
        using var other = NewKey();
        using var sameBytesOtherBox = new OpenCaseKey(Case, KeyBox.Identity, [.. bytes]);
        var blob = key.Seal(At, Story);
        Assert.Throws<SealBroken>(() => other.Open(At, blob));
        Assert.Throws<SealBroken>(() => sameBytesOtherBox.Open(At, blob));
    }

    [Fact]
    public void Sealing_for_another_case_is_refused()
    {
        using var key = NewKey();
        var wrong = Assert.Throws<ArgumentException>(() => key.Seal(At with { CaseId = Guid.NewGuid() }, Story));
        Assert.Contains("another case", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_disposed_key_neither_seals_nor_opens()
    {
        var bytes = RandomNumberGenerator.GetBytes(32);
        var key = new OpenCaseKey(Case, KeyBox.Content, bytes);
        var blob = key.Seal(At, Story);
        key.Dispose();
        Assert.Throws<ObjectDisposedException>(() => key.Seal(At, Story));
        Assert.Throws<ObjectDisposedException>(() => key.Open(At, blob));
        Assert.All(bytes, b => Assert.Equal(0, b));
    }

    [Fact]
    public void A_file_key_is_bound_to_its_file()
    {
        using var key = NewKey();
        var file = new SealedFileKey(Guid.NewGuid(), RandomNumberGenerator.GetBytes(32));
        var wrapped = key.WrapFileKey(file);
        Assert.Equal(file.Key, key.UnwrapFileKey(file.FileId, wrapped).Key);
        Assert.Contains("the key of a file", Assert.Throws<SealBroken>(() => key.UnwrapFileKey(Guid.NewGuid(), wrapped)).Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Convert.ToBase64String(file.Key), file.ToString(), StringComparison.Ordinal);
    }

    private static OpenCaseKey NewKey() => new(Case, KeyBox.Content, RandomNumberGenerator.GetBytes(32));
}
