using OurVoice.Intake.Submissions;

namespace OurVoice.Intake.Submit.Steps;

/// <summary>Four questions that may all be skipped. Answers that are not on the list are no answers.</summary>
internal sealed class StatisticsForm : IStepForm
{
    public static readonly string[] Sexes = ["Woman", "Man", "Other"];
    public static readonly string[] Ages = ["Under18", "From18", "From25", "From35", "From45", "From60"];
    public static readonly string[] YesNo = ["Yes", "No"];

    public Step Step => Step.Statistics;

    public Task TakeAsync(Draft draft, Posted form, CancellationToken cancel)
    {
        draft.Statistics = new()
        {
            Sex = Listed(form.Line("sex"), Sexes),
            AgeBand = Listed(form.Line("age"), Ages),
            Disability = Listed(form.Line("disability"), YesNo),
            EquityCard = Listed(form.Line("equity"), YesNo),
        };
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<Fault>> CheckAsync(Draft draft, CancellationToken cancel) => Task.FromResult<IReadOnlyList<Fault>>([]);

    public void Hide(Draft draft) => draft.Statistics = null;

    private static string? Listed(string? answer, string[] list) => list.Contains(answer, StringComparer.Ordinal) ? answer : null;
}
