using OurVoice.Cases.Demo;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Intake.Demo;
using OurVoice.Tests.Intake.Demo;

namespace OurVoice.Tests.Cases.Demo;

public class DemoRepliesTests
{
    private static readonly DateOnly Day = new(2026, 6, 15);
    private static readonly CaseKind[] Kinds = [CaseKind.Complaint, CaseKind.Support, CaseKind.Information];

    public static TheoryData<int, int> Counts => new()
    {
        { (int)DemoAct.Ask, 30 }, { (int)DemoAct.Reply, 40 }, { (int)DemoAct.Close, 15 }, { (int)DemoAct.Note, 15 }, { (int)DemoAct.Refer, 10 },
    };

    [Theory]
    [MemberData(nameof(Counts))]
    public void There_are_enough_words_for_each_act(int act, int atLeast) =>
        Assert.True(DemoReplies.All.Count(r => (int)r.Act == act) >= atLeast);

    [Fact]
    public void Every_row_is_whole_in_both_languages_with_the_same_slots_and_no_contact() => Assert.All(DemoReplies.All, r =>
    {
        var kind = r.Kind ?? CaseKind.Complaint;
        DemoWords.AssertFit(r.Words(Lang.Km, kind, 11, Day), r.Words(Lang.En, kind, 11, Day));
        Assert.Equal(DemoWords.Slots(r.Khmer), DemoWords.Slots(r.English));
    });

    [Fact]
    public void A_referral_names_its_body_and_no_body_that_investigates_corruption() =>
        Assert.All(DemoReplies.All.Where(r => r.Act == DemoAct.Refer), r =>
        {
            var (khmer, english) = Assert.NotNull(r.Body);
            DemoWords.AssertFit(khmer, english);
            Assert.DoesNotContain("orruption", english, StringComparison.Ordinal);
        });

    [Fact]
    public void Every_story_finds_a_question_a_reply_a_note_a_refusal_and_closings() => Assert.All(DemoStories.All, s =>
    {
        Assert.All([DemoAct.Ask, DemoAct.Reply, DemoAct.Note, DemoAct.Decline, DemoAct.Close], act =>
            Assert.NotNull(DemoReplies.Pick(act, s.Kind, s.Topic, 4)));
        Assert.All(["solved", "unsolved", "withdrawn"], outcome =>
            Assert.Equal(outcome, DemoReplies.Pick(DemoAct.Close, s.Kind, s.Topic, 4, key: outcome)?.Key));
    });

    [Fact]
    public void Every_topic_of_an_officers_words_is_the_topic_of_a_story_or_a_known_extra()
    {
        string[] extras = ["-", "loan", "rental", "personal", "voice"];
        var topics = DemoStories.All.Select(s => s.Topic).Concat(extras).ToHashSet(StringComparer.Ordinal);
        Assert.All(DemoReplies.All.SelectMany(r => r.Topics), t => Assert.Contains(t, topics));
    }

    [Fact]
    public void Every_question_but_a_few_general_ones_has_an_answer_of_its_own()
    {
        var keys = DemoStories.Messages.Where(m => m.Act == "answer").SelectMany(m => m.Topics).ToHashSet(StringComparer.Ordinal);
        Assert.All(DemoReplies.All.Where(r => r.Act == DemoAct.Ask), r => Assert.Contains(r.Key, keys));
    }

    [Fact]
    public void Pick_OfATopic_FitsIt_and_the_second_turn_differs()
    {
        var first = DemoReplies.Pick(DemoAct.Ask, CaseKind.Complaint, "fee", 8);
        var second = DemoReplies.Pick(DemoAct.Ask, CaseKind.Complaint, "fee", 8, turn: 1);
        Assert.Contains("fee", first!.Topics);
        Assert.Same(first, DemoReplies.Pick(DemoAct.Ask, CaseKind.Complaint, "fee", 8));
        Assert.NotEqual(first.English, second!.English);
        Assert.Null(DemoReplies.Pick(DemoAct.Refer, CaseKind.Complaint, "office", 8));
    }

    [Fact]
    public void Story_reply_and_answer_of_one_seed_speak_of_the_same_amount() => Assert.All(Kinds, kind =>
    {
        var row = new DemoReply(DemoAct.Reply, null, ["-"], "{amount}", "{amount}", null, "");
        var story = DemoStories.Pick(kind, 3) with { English = "{amount}" };
        Assert.Equal(story.Words(Lang.En, 3, Day), row.Words(Lang.En, kind, 3, Day));
    });

    [Fact]
    public void Sixty_officers_of_both_sexes_have_two_part_names_in_both_scripts()
    {
        Assert.Equal(60, DemoNames.All.Select(n => n.Khmer).Distinct().Count());
        Assert.Equal(60, DemoNames.All.Select(n => n.Latin).Distinct().Count());
        Assert.InRange(DemoNames.All.Count(n => n.IsWoman), 25, 35);
        Assert.All(DemoNames.All, n =>
        {
            Assert.Matches(@"^[\u1780-\u17D3]+ [\u1780-\u17D3]+$", n.Khmer);
            Assert.Matches("^[A-Z][a-z]+ [A-Z][a-z]+$", n.Latin);
        });
    }
}
