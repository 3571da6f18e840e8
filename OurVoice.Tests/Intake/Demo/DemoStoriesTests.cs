using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Host.Demo;
using OurVoice.Contracts.Places;
using OurVoice.Intake.Demo;

namespace OurVoice.Tests.Intake.Demo;

public class DemoStoriesTests
{
    private static readonly DateOnly Day = new(2026, 1, 31);

    [Theory]
    [InlineData(CaseKind.Complaint, 60)]
    [InlineData(CaseKind.Support, 40)]
    [InlineData(CaseKind.Information, 40)]
    public void Each_kind_has_enough_stories_and_one_long_one(CaseKind kind, int atLeast)
    {
        var stories = DemoStories.All.Where(s => s.Kind == kind).ToList();
        Assert.True(stories.Count >= atLeast, $"{stories.Count} of {kind}");
        Assert.Contains(stories, s => s.Khmer.Length is > 850 and < 1_200);
        Assert.Equal(stories.Count, stories.Select(s => s.Khmer).Distinct().Count());
    }

    [Fact]
    public void Every_story_filled_is_whole_in_both_languages_and_names_no_contact() =>
        Assert.All(DemoStories.All, s => Assert.All([1, 77, 1999], seed =>
            DemoWords.AssertFit(s.Words(Lang.Km, seed, Day), s.Words(Lang.En, seed, Day))));

    [Fact]
    public void Both_languages_of_a_row_have_the_same_slots()
    {
        Assert.All(DemoStories.All, s => Assert.Equal(DemoWords.Slots(s.Khmer), DemoWords.Slots(s.English)));
        Assert.All(DemoStories.Messages, m => Assert.Equal(DemoWords.Slots(m.Khmer), DemoWords.Slots(m.English)));
    }

    [Fact]
    public void Every_message_of_a_citizen_is_whole_in_both_languages()
    {
        Assert.True(DemoStories.Messages.Count(m => m.Act == "answer") >= 30);
        Assert.True(DemoStories.Messages.Count(m => m.Act == "unsolved") >= 15);
        Assert.All(DemoStories.Messages, m => DemoWords.AssertFit(
            DemoSlots.Fill(m.Khmer, CaseKind.Complaint, 5, Day, Lang.Km),
            DemoSlots.Fill(m.English, CaseKind.Complaint, 5, Day, Lang.En)));
    }

    [Fact]
    public void Pick_SameSeed_SameWords_and_many_seeds_reach_most_stories()
    {
        Assert.Equal(DemoStories.Pick(CaseKind.Support, 42), DemoStories.Pick(CaseKind.Support, 42));
        var reached = Enumerable.Range(0, 1000).Select(i => DemoStories.Pick(CaseKind.Complaint, i)).Distinct().Count();
        Assert.True(reached >= 60, reached + " different complaints in 1000 picks");
        var words = Enumerable.Range(0, 1000).Select(i => DemoStories.Pick(CaseKind.Complaint, i).Words(Lang.Km, i, Day)).Distinct().Count();
        Assert.True(words >= 500, words + " different texts in 1000 picks");
    }

    [Fact]
    public void Pick_OfAnOffice_IsAboutThatOffice_or_null()
    {
        Assert.Equal(OfficeKind.HealthCentre, DemoStories.Pick(CaseKind.Complaint, OfficeKind.HealthCentre, 3)?.Office);
        Assert.Null(DemoStories.Pick(CaseKind.Corruption, OfficeKind.HealthCentre, 3));
    }

    [Fact]
    public void Words_KhmerNumbersAndMonth_AsKhmerWritersHaveThem()
    {
        var story = new DemoStory(CaseKind.Complaint, null, OfficeKind.PolicePost, "yes", "ខែ{month} {amount} រៀល", "{month} {amount} riel", "fee");
        var khmer = story.Words(Lang.Km, 9, Day);
        var english = story.Words(Lang.En, 9, Day);
        Assert.Matches("^ខែ(វិច្ឆិកា|ធ្នូ) [០-៩]{2,3}\\.០០០ រៀល$", khmer);
        Assert.Matches("^(November|December) [0-9]{2,3},000 riel$", english);
        Assert.Equal(Digits.ToAscii(khmer).Split(' ')[1].Replace('.', ','), english.Split(' ')[1]);
    }

    [Fact]
    public void Service_codes_are_those_of_the_catalogue()
    {
        var file = Path.Combine(Repository.SharedData ?? ".", "services.csv");
        if (!File.Exists(file))
        {
            return;
        }

        var known = File.ReadLines(file).Select(l => l.Split(',')[0]).ToHashSet(StringComparer.Ordinal);
        Assert.All(DemoStories.All.Where(s => s.ServiceCode is not null), s => Assert.Contains(s.ServiceCode!, known));
    }

    [Theory]
    [InlineData("Call 012 345 678", true)]
    [InlineData("ទូរស័ព្ទ ០១២៣៤៥៦៧៨", true)]
    [InlineData("me@example.org", true)]
    [InlineData("150,000 riel in 15 days", false)]
    public void HasContact_FindsPhonesAndMail(string text, bool expected) => Assert.Equal(expected, DemoWords.HasContact(text));
}
