using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OurVoice.Cases;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Intake;
using OurVoice.Contracts.Places;
using OurVoice.Intake.Receipt;
using OurVoice.Intake.Submissions;
using OurVoice.Intake.Submit;
using OurVoice.Tests.Cases;
using OurVoice.Tests.Intake;

namespace OurVoice.Tests.Matrix;

/// <summary>A case of the matrix.</summary>
/// <param name="File">Its attachment, where one was asked for.</param>
internal sealed record MatrixCase(Guid Id, OfficeKind Office, CaseKind Kind, string Relation, Guid? File);

/// <summary>Sends cases as citizens do, and then puts each into the relation to an office that the table names.</summary>
internal sealed class MatrixCases(CaseWorld world, IReadOnlyCollection<Guid> people)
{
    // Nobody of the matrix is there.
    private static readonly Guid Elsewhere = CaseWorld.Office(OfficeKind.ProvincialAdministration);

    public async Task<MatrixCase> SendAsync(OfficeKind office, CaseKind kind, string relation, byte[]? file)
    {
        var side = kind == CaseKind.Corruption || office == OfficeKind.TransparencyInternational ? Side.Ti : Side.Government;
        var route = new RouteQuestion(kind, CaseWorld.Commune, CaseWorld.Office(OfficeKind.CommuneAdministration), ServiceCode: null, AccusedRole: null, AccusedName: null) { TiOnly = side == Side.Ti && kind != CaseKind.Corruption };
        var sent = new Outgoing(Guid.NewGuid(), ReceiptCode.New(), side, route, Confidential: kind is CaseKind.Complaint or CaseKind.Corruption)
        {
            Words = new SubmissionWords { Story = "រឿង" },
            Files = file is null ? [] : [await world.Host.StageAsync(file)],
        };
        Assert.Equal(SendOutcome.Received, await world.Host.Services.GetRequiredService<Sending>().SendAsync(world.Citizen(), sent, default));
        await using var db = world.Host.Read();
        await SeatAsync(db, sent.Id, CaseWorld.Office(office), relation, side);
        return new(sent.Id, office, kind, relation, sent.Files.Count == 0 ? null : sent.Files[0].Id);
    }

    private async Task SeatAsync(OurVoiceDb db, Guid id, Guid office, string relation, Side side)
    {
        await db.Set<CaseOffice>().Where(o => o.CaseId == id).ExecuteDeleteAsync(default);
        await db.Set<CaseExcluded>().Where(x => x.CaseId == id).ExecuteDeleteAsync(default);
        await db.Set<CaseAccused>().Where(a => a.CaseId == id).ExecuteDeleteAsync(default);
        db.AddRange(relation switch
        {
            "late" => [In(id, Elsewhere), In(id, office, Part.Late, readsUpTo: 1)],
            "other" => [In(id, Elsewhere)],
            "handed" => [In(id, office, to: world.Now), In(id, OfficeIds.TransparencyInternational)],
            _ => [In(id, office)],
        });
        db.AddRange(relation switch
        {
            "excluded" => [Out(id, office)],
            "about" => [Out(id, CaseWorld.Office(OfficeKind.CommuneAdministration))],
            "named" => people.Select(p => Out(id, account: p)),
            _ => [],
        });
        await db.SaveChangesAsync();
        await MarkAsync(db.Set<Case>().Where(c => c.Id == id), relation, relation switch
        {
            "handed" => Side.Ti,
            "side" => office == OfficeIds.TransparencyInternational ? Side.Government : Side.Ti,
            _ => side,
        });
    }

    private async Task MarkAsync(IQueryable<Case> on, string relation, Side side)
    {
        await on.ExecuteUpdateAsync(set => set.SetProperty(c => c.Side, side), default);
        await (relation switch
        {
            "withdrawn" => on.ExecuteUpdateAsync(set => set.SetProperty(c => c.WithdrawnAt, world.Now), default),
            "unlisted" => on.ExecuteUpdateAsync(set => set.SetProperty(c => c.ListedFrom, world.Now.AddDays(1)), default),
            "heads" => on.ExecuteUpdateAsync(set => set.SetProperty(c => c.HeadsOnly, true), default),
            _ => Task.CompletedTask,
        });
    }

    private CaseOffice In(Guid id, Guid office, Part part = Part.Holds, DateTime? to = null, int readsUpTo = 0) =>
        new() { CaseId = id, OfficeId = office, Part = part, From = world.Now.AddHours(-1), To = to, ReadsUpTo = readsUpTo, Province = CaseWorld.Province };

    private static CaseExcluded Out(Guid id, Guid office = default, Guid account = default) =>
        new() { CaseId = id, OfficeId = office, AccountId = account, Reason = ExclusionReason.Accused, Since = new DateOnly(2026, 6, 1) };
}
