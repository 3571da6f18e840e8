using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OurVoice.Cases.OpenIdentity;
using OurVoice.Cases.Timeline;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Intake;
using OurVoice.Contracts.Places;
using OurVoice.Tests.Intake.Track;

namespace OurVoice.Tests.Cases.OpenIdentity;

/// <summary>What an opening leaves behind, in which order, twice, and cut off.</summary>
public sealed class OpeningTests
{
    [Fact]
    public async Task The_timeline_and_the_audit_are_written_before_the_box_is_opened()
    {
        var steps = new Steps();
        await using var world = await StartAsync(steps);
        var (head, id) = await HeadAsync(world);
        steps.OnNote = async () => Assert.Single(await world.EntriesAsync(id), e => e.Kind == EntryKind.IdentityOpened);

        await world.OpenAsync(head, id, IdentityReason.Danger);

        Assert.Equal(["IdentityOpened Danger", "decrypted"], steps.All);
        var entry = (await world.EntriesAsync(id)).Single(e => e.Kind == EntryKind.IdentityOpened);
        Assert.Equal((true, nameof(IdentityReason.Danger), (Guid?)head, (Guid?)CaseWorld.Office(OfficeKind.CommuneAdministration)), (entry.IsPublic, entry.Detail, entry.AccountId, entry.OfficeId));
    }

    [Fact]
    public async Task Where_the_audit_cannot_be_written_nothing_is_opened_and_the_citizen_still_sees_the_try()
    {
        var steps = new Steps { OnNote = () => throw new InvalidOperationException("disk full") };
        await using var world = await StartAsync(steps);
        var (head, id) = await HeadAsync(world);
        await Assert.ThrowsAsync<InvalidOperationException>(() => world.OpenAsync(head, id));
        Assert.DoesNotContain("decrypted", steps.All);
        Assert.Single(await world.EntriesAsync(id), e => e.Kind == EntryKind.IdentityOpened);
    }

    [Fact]
    public async Task The_same_request_twice_is_one_opening_and_another_one_a_second()
    {
        var steps = new Steps();
        await using var world = await StartAsync(steps);
        var (head, id) = await HeadAsync(world);
        var request = Guid.NewGuid();
        await Task.WhenAll(world.OpenAsync(head, id, request: request), world.OpenAsync(head, id, request: request));
        Assert.Single(await world.EntriesAsync(id), e => e.Kind == EntryKind.IdentityOpened);
        await world.OpenAsync(head, id);
        Assert.Equal(2, (await world.EntriesAsync(id)).Count(e => e.Kind == EntryKind.IdentityOpened));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(77)]
    public async Task Without_a_reason_from_the_list_nothing_happens(int? reason)
    {
        var steps = new Steps();
        await using var world = await StartAsync(steps);
        var (head, id) = await HeadAsync(world);
        var refused = await Assert.ThrowsAsync<RuleBroken>(() => world.OpenAsync(head, id, (IdentityReason?)reason));
        Assert.Equal("Rule_IdentityReason", refused.Rule);
        Assert.Empty(steps.All);
        Assert.DoesNotContain(await world.EntriesAsync(id), e => e.Kind == EntryKind.IdentityOpened);
    }

    [Fact]
    public async Task A_refused_try_is_in_the_audit_and_nowhere_else()
    {
        var steps = new Steps();
        await using var world = await StartAsync(steps);
        var (_, id) = await HeadAsync(world);
        var other = await world.JoinAsync("ផ្សេង", OfficeKind.CommuneAdministration);
        await Assert.ThrowsAsync<RuleBroken>(() => world.OpenAsync(other, id));
        await Assert.ThrowsAsync<RuleBroken>(() => world.OpenAsync(other, Guid.NewGuid()));
        Assert.Equal(["IdentityDenied ", "IdentityDenied "], steps.All);
        Assert.DoesNotContain(await world.EntriesAsync(id), e => e.Kind == EntryKind.IdentityOpened);
    }

    [Fact]
    public async Task The_citizen_sees_which_office_opened_it_and_on_which_day()
    {
        await using var world = await TrackWorld.StartAsync();
        var (id, code) = await world.SendAsync(confidential: true);
        await world.Cases.ClaimAsync(world.Officer, id);
        world.Cases.Time.Advance(TimeSpan.FromDays(1));
        await world.Cases.OpenAsync(world.Officer, id);
        var page = await world.OpenAsync(code);
        Assert.Contains("Your name and contact were opened by:", page.Text, StringComparison.Ordinal);
        Assert.Contains(Formats.Date(PhnomPenh.DateOf(world.Cases.Now), Lang.En), page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Sok Dara", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_withdrawn_case_is_opened_by_nobody()
    {
        await using var world = await CaseWorld.StartAsync();
        var (head, id) = await HeadAsync(world);
        await world.PublishAsync(new SubmissionWithdrawn(id, world.Citizen()));
        Assert.Equal("NotFound", await world.TryAsync(head, id));
    }

    private static Task<CaseWorld> StartAsync(Steps steps) => CaseWorld.StartAsync(also: services =>
    {
        services.AddSingleton<IAudit>(steps);
        services.AddSingleton<IIdentityReader>(steps);
    });

    private static async Task<(Guid Head, Guid Id)> HeadAsync(CaseWorld world)
    {
        var head = await world.JoinAsync("ប្រធាន", OfficeKind.CommuneAdministration, MemberRole.Head);
        return (head, await world.SendNamedAsync(CaseKind.Support, OfficeKind.CommuneAdministration));
    }

    private sealed class Steps : IAudit, IIdentityReader
    {
        private readonly List<string> _all = [];

        public Func<Task> OnNote { get; set; } = () => Task.CompletedTask;

        public IReadOnlyList<string> All => _all;

        public async Task NoteAsync(AuditNote note, CancellationToken cancel)
        {
            await OnNote();
            lock (_all)
            {
                _all.Add($"{note.Act} {note.Reason}");
            }
        }

        public Task<CitizenIdentity?> OpenAsync(Guid caseId, CancellationToken cancel)
        {
            lock (_all)
            {
                _all.Add("decrypted");
            }

            return Task.FromResult<CitizenIdentity?>(null);
        }
    }
}
