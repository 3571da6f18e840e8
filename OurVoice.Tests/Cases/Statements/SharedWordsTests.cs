using OurVoice.Cases.Statements;

namespace OurVoice.Tests.Cases.Statements;

public sealed class SharedWordsTests
{
    [Theory]
    [InlineData("abcdef", "xxabcdefyy", true)]
    [InlineData("abcde", "xxabcdeyy", false)]
    [InlineData("xabcdez", "yabcdew", false)]
    [InlineData("ABC  DEF!", "he said: abc def", true)]
    [InlineData("ថ្ងៃទី១២៣៤៥៦", "នៅ 123456", true)]
    [InlineData("ស្ត្រីម្នាក់បាន", "ស្ត្រីម្នាក់ទៅ", true)]
    [InlineData("កខគ\u200Bឃងច", "កខ\u200Cគឃងច", true)]
    [InlineData("", "abcdef", false)]
    [InlineData("abcdef", "", false)]
    public void Six_clusters_in_a_row_are_shared(string question, string told, bool shared) => Assert.Equal(shared, SharedWords.Any(question, [told]));

    [Fact]
    public void Every_text_of_the_citizen_counts() => Assert.True(SharedWords.Any("secret words", ["nothing", "my secret"]));
}
