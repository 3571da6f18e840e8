using System.Text.Json.Serialization;
using OurVoice.Contracts.Cases;
using OurVoice.Intake.Files;
using OurVoice.Intake.Submissions;

namespace OurVoice.Intake.Submit;

/// <summary>
/// What a citizen has answered so far. It travels sealed in the page and nowhere else; the server keeps nothing until the
/// end. Answers are kept as typed, right or wrong; null means not answered yet.
/// </summary>
internal sealed record Draft
{
    public CaseKind Kind { get; set; }

    /// <summary>UTC seconds of its start; it lives a day.</summary>
    public long Made { get; set; }

    /// <summary>Made with the first page: tells drafts apart for the budget of staged files, and every page of one draft makes the same id and code of it.</summary>
    public Guid Nonce { get; set; }

    /// <summary>The account that takes this in for a citizen; null on the public form. A draft of one is none of the other.</summary>
    public Guid? TakenInBy { get; set; }

    /// <summary>Taken in: counts its pages, so that a late save of an older page does not overwrite a newer one.</summary>
    public int Turn { get; set; }

    /// <summary>The deepest place chosen so far.</summary>
    public string? Place { get; set; }

    /// <summary>"My commune is not listed": <see cref="Place"/> is the district.</summary>
    public bool NotListed { get; set; }

    public string? CommuneTyped { get; set; }

    /// <summary>Empty: not sure.</summary>
    public Guid? Office { get; set; }

    /// <summary>Empty: another service, or not known.</summary>
    public string? Service { get; set; }

    public string? Story { get; set; }

    public List<StagedFile> Files { get; set; } = [];

    /// <summary>Tracking page: how many files the case has already.</summary>
    public int FilesBefore { get; set; }

    public string? When { get; set; }

    public string? Role { get; set; }

    public string? AccusedName { get; set; }

    public string? Sector { get; set; }

    public string? Sort { get; set; }

    public string? Evidence { get; set; }

    public string? Risk { get; set; }

    public string? RiskWords { get; set; }

    /// <summary>Answer to "send to TI only?": yes, no, or null when it was not asked yet.</summary>
    public string? TiOnly { get; set; }

    public string? Money { get; set; }

    public string? Amount { get; set; }

    public string? Currency { get; set; }

    /// <summary>False: the citizen stays anonymous, and the next fields are not sent whatever stands in them.</summary>
    public bool Named { get; set; }

    public string? Name { get; set; }

    public string? Channel { get; set; }

    public string? Contact { get; set; }

    public string? ContactLanguage { get; set; }

    public string? SafeHours { get; set; }

    public bool Tell { get; set; }

    public bool MayKnow { get; set; }

    public StatisticsAnswers? Statistics { get; set; }

    /// <summary>An answer is being changed from the last page: "next" leads back there.</summary>
    public bool Changing { get; set; }

    /// <summary>The citizen has read that it would go to TI.</summary>
    public bool ToldOfTi { get; set; }

    public Guid? Id { get; set; }

    public string? Code { get; set; }

    /// <summary>Clusters that were posted, when more than the story that is kept.</summary>
    [JsonIgnore]
    public int? StoryCount { get; set; }

    /// <summary>The place whose children the page shows; null for the provinces.</summary>
    [JsonIgnore]
    public string? Under { get; set; }

    /// <summary>What is looked for in the place search.</summary>
    [JsonIgnore]
    public string? Find { get; set; }

    /// <summary>The step went on inside itself; it is shown again without a reproach.</summary>
    [JsonIgnore]
    public bool Moved { get; set; }

    /// <summary>A code was posted that our page does not offer.</summary>
    [JsonIgnore]
    public bool Strange { get; set; }

    public override string ToString() => "draft";
}
