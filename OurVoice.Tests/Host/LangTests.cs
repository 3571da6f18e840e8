using OurVoice.Contracts.Host;

namespace OurVoice.Tests.Host;

public sealed class LangTests
{
    [Theory]
    [InlineData("km", Lang.Km)]
    [InlineData("en", Lang.En)]
    public void TryParse_code_of_a_language_gives_it_and_back(string code, Lang expected)
    {
        Assert.True(Langs.TryParse(code, out var lang));
        Assert.Equal(expected, lang);
        Assert.Equal(code, lang.Code());
        Assert.Equal(code, lang.Culture().TwoLetterISOLanguageName);
        Assert.Equal(lang, Langs.Of(lang.Culture()));
        Assert.NotEqual(lang, lang.Other());
        Assert.Equal(lang, lang.Other().Other());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("EN")]
    [InlineData("desk")]
    [InlineData("km-KH")]
    public void TryParse_anything_else_is_refused(string? code) => Assert.False(Langs.TryParse(code, out _));
}
