using OurVoice.Contracts.Host;
using OurVoice.Intake.Submit;

namespace OurVoice.Tests.Intake.Submit;

public sealed class StoryLikenessTests
{
    private const string Bridge = "ស្ពានក្នុងភូមិរបស់យើងបាក់តាំងពីខែមុន ហើយក្មេងៗមិនអាចទៅសាលារៀនបានទេ។ សូមមេឃុំជួយជួសជុលឱ្យបានឆាប់។";
    private const string Paper = "ខ្ញុំបានទៅសុំសំបុត្រកំណើតឱ្យកូនបីដងហើយ គេប្រាប់ថាឱ្យមកវិញនៅថ្ងៃក្រោយ ខ្ញុំមិនដឹងថាត្រូវយកឯកសារអ្វីខ្លះទេ។";
    private static readonly DateTime Morning = new(2026, 6, 1, 2, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData(Bridge, Bridge)]
    [InlineData(Bridge, Bridge + " ៤២")]
    [InlineData(Bridge, "  " + Bridge + "\u200b 9f31c2d4")]
    [InlineData(Bridge, "សួស្តី! " + Bridge)]
    [InlineData("Cheap phones at our shop, number 1 7fe2", "CHEAP phones at our shop; number 2 a91b")]
    public void Copies_with_a_counter_a_token_or_a_greeting_have_a_mark_in_common(string one, string other) =>
        Assert.NotEmpty(Of(one).Intersect(Of(other)));

    [Theory]
    [InlineData(Bridge, Paper)]
    [InlineData(Bridge, "")]
    [InlineData("", "")]
    [InlineData(Paper, "The road to our village is closed since Monday.")]
    public void Stories_of_their_own_have_none(string one, string other) => Assert.Empty(Of(one).Intersect(Of(other)));

    [Fact]
    public void Tomorrow_and_under_another_key_the_marks_differ()
    {
        Assert.Empty(Of(Bridge).Intersect(Of(Bridge, Morning.AddDays(1))));
        Assert.Empty(Of(Bridge).Intersect(new StoryLikeness(new Keys(2)).Of(Bridge, Morning)));
        Assert.Equal(Of(Bridge), Of(Bridge, Morning.AddHours(10)));
    }

    private static IReadOnlyList<Guid> Of(string story, DateTime? at = null) => new StoryLikeness(new Keys(1)).Of(story, at ?? Morning);

    private sealed class Keys(byte key) : IMasterKeys
    {
        public byte[] Derive(Side? side, string purpose) => [key];

        public byte[] DeriveAt(Side? side, string purpose, DateTime at) => [key];

        public IReadOnlyList<byte[]> DeriveAll(Side? side, string purpose) => [[key]];
    }
}
