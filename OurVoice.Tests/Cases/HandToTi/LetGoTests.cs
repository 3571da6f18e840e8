using Microsoft.EntityFrameworkCore;
using OurVoice.Cases;
using OurVoice.Cases.HandToTi;
using OurVoice.Cases.Presence;
using OurVoice.Cases.SaveDraft;
using OurVoice.Cases.Statements;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Tests.Cases.Routing;
using OurVoice.Tests.Hosting;
using static OurVoice.Contracts.Places.OfficeKind;

namespace OurVoice.Tests.Cases.HandToTi;

/// <summary>What officers of the government still have of a case goes when it becomes Transparency International's; of no other case.</summary>
public sealed class LetGoTests : IDisposable
{
    private readonly RoutingRows _rows = new();

    [Fact]
    public async Task Half_written_words_and_who_has_it_open_go_and_those_of_another_case_stay()
    {
        var (handed, other, bopha) = (_rows.Send(), _rows.Send(), _rows.Join(DistrictOmbudsman));
        foreach (var on in new[] { handed, other })
        {
            _rows.Db.AddRange(
                new OfficerDraft { CaseId = on.Id, AccountId = bopha, Field = CaseField.Note, Words = [1], BaseVersion = 1, SavedAt = RoutingRows.Now },
                new PresenceMark { CaseId = on.Id, AccountId = bopha, SeenAt = RoutingRows.Now, Field = CaseField.Note });
        }

        await LetGoAsync(handed);
        Assert.Equal(other.Id, Assert.Single(await _rows.Db.Set<OfficerDraft>().ToListAsync()).CaseId);
        Assert.Equal(other.Id, Assert.Single(await _rows.Db.Set<PresenceMark>().ToListAsync()).CaseId);
    }

    [Fact]
    public async Task What_waits_for_the_citizens_word_is_not_asked_any_more_and_what_was_asked_stays()
    {
        var (handed, other) = (_rows.Send(), _rows.Send());
        var waiting = Ask(handed, StatementState.AwaitsConsent);
        Statement[] untouched = [Ask(handed, StatementState.Asked), Ask(handed, StatementState.Answered), Ask(other, StatementState.AwaitsConsent)];
        var before = untouched.Select(s => (s.State, s.Version)).ToList();
        await LetGoAsync(handed);
        Assert.Equal((StatementState.NotAsked, 5), (waiting.State, waiting.Version));
        Assert.Equal(before, untouched.Select(s => (s.State, s.Version)));
    }

    public void Dispose() => _rows.Dispose();

    private Statement Ask(Case about, StatementState state)
    {
        var asked = new Statement
        {
            Id = Guid.NewGuid(), Number = about.Number[..9] + (int)state, OfficeId = CaseWorld.Office(CommuneAdministration), AskedById = Guid.NewGuid(),
            State = state, From = RoutingRows.Now, Question = [], KeptFrom = RoutingRows.Now, Version = 4,
        };
        _rows.Db.AddRange(asked, new CaseStatement { StatementId = asked.Id, CaseId = about.Id });
        return asked;
    }

    private async Task LetGoAsync(Case handed)
    {
        await _rows.Db.SaveChangesAsync();
        var actor = Actor.System(new FakeTime(new DateTimeOffset(RoutingRows.Now)));
        await new LetGo(_rows.Db).Handle(new CaseHandedToTi(handed.Id, CaseWorld.Office(DistrictOmbudsman), actor), default);
        await _rows.Db.SaveChangesAsync();
    }
}
