using OurVoice.Contracts.Host;

namespace OurVoice.Tests.Host;

public sealed class PersonNameTests
{
    [Theory]
    [InlineData("សុខ ដារា", "ដារា សុខ")]
    [InlineData("លោក សុខ ដារា", "សុខ ដារា")]
    [InlineData("លោកសុខ ដារា", "ដារាសុខ")]
    [InlineData("លោកស្រី ចាន់ ធីតា", "ចាន់ ធីតា")]
    [InlineData("លោកស្រីចាន់ ធីតា", "ធីតា ចាន់")]
    [InlineData("សុខ\u200Bដារា", "សុខ ដារា")]
    [InlineData("SOK Dara", "dara sok")]
    [InlineData("Mr. Sok Dara", "Ms DARA SOK")]
    [InlineData("Mrs Sok-Dara", "sokdara")]
    [InlineData("ចាន់ កញ្ញា", "កញ្ញា ចាន់")] // Miss is also a given name
    [InlineData("ចាន់ កញ្ញា", "កញ្ញា ចាន់ កញ្ញា")]
    [InlineData("សុខ ចន\u17D2ដា", "ចន\u17D2តា សុខ")]
    public void SameName_after_fold_in_either_order(string a, string b)
    {
        Assert.True(Fold.SameName(a, b));
        Assert.True(Fold.SameName(b, a));
    }

    [Theory]
    [InlineData("សុខ ដារា", "សុខ ដារិទ្ធ")]
    [InlineData("សុខ ដារា", "ដារា")]
    [InlineData("Sok Dara", "Sok Vanna")]
    [InlineData("Mr", "Ms")]
    [InlineData("", "")]
    [InlineData(null, "Sok Dara")]
    [InlineData("\u200B", " ")]
    public void SameName_of_different_or_missing_names_is_false(string? a, string? b) => Assert.False(Fold.SameName(a, b));

    [Theory]
    [InlineData("លោកស្រី ចាន់ ធីតា", "ចាន់|ធីតា")]
    [InlineData("លោកជំទាវចាន់ ធីតា", "ចាន់|ធីតា")]
    [InlineData("ឯកឧត្តម ចាន់ ធីតា", "ចាន់|ធីតា")]
    [InlineData("អ្នកស្រី ចាន់ ធីតា", "ចាន់|ធីតា")]
    [InlineData("អ្នកនាង ចាន់ ធីតា", "ចាន់|ធីតា")]
    [InlineData("កញ្ញា ចាន់ ធីតា", "ចាន់|ធីតា")]
    [InlineData("Mr. SOK, Dara", "sok|dara")]
    [InlineData("Mrs SOK Dara", "sok|dara")]
    [InlineData("Ms SOK Dara", "sok|dara")]
    [InlineData("Miss SOK Dara", "sok|dara")]
    [InlineData("Madam SOK Dara", "sok|dara")]
    [InlineData("Lok SOK Dara", "sok|dara")]
    [InlineData("Neak SOK Dara", "sok|dara")]
    [InlineData("Dr. Mr. SOK Dara", "sok|dara")]
    [InlineData("Dr", "dr")]
    [InlineData("លោកស្រី", "លោកស\u17D2រី")]
    [InlineData("លោកា សុខ", "លោកា|សុខ")]
    [InlineData("Msok Dara", "msok|dara")]
    [InlineData("", "")]
    public void NameParts_leave_the_title_out(string name, string parts) => Assert.Equal(parts, string.Join('|', Fold.NameParts(name)));
}
