using Microsoft.EntityFrameworkCore;
using OurVoice.Cases.Acting;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Intake;
using OurVoice.Contracts.Places;

namespace OurVoice.Cases.Exclude;

/// <summary>Writes down who may not learn of a case, and takes the case out of their hands in the same transaction. Nothing takes it back.</summary>
internal sealed class Excluding(OurVoiceDb db, IOffices offices, MoveAside aside)
{
    /// <param name="held">The case.</param>
    /// <param name="id">The act, and the row.</param>
    /// <param name="named">Who.</param>
    /// <param name="on">Local day from which the holding office reads of it.</param>
    /// <param name="actor">Who named them.</param>
    /// <param name="cancel">Ends the queries.</param>
    /// <exception cref="RuleBroken">Rule_NameSomebody when nothing was said; Rule_NoSuchOffice.</exception>
    public async Task NameAsync(HeldCase held, Guid id, NamedPerson named, DateOnly on, Actor actor, CancellationToken cancel)
    {
        Rules.Require(named.OfficeId is not null || named.Role is not null || named.SealedName is not null, "Rule_NameSomebody");
        var office = await OfficeAsync(held.Case, named, cancel);
        db.Add(new CaseAccused
        {
            Id = id,
            CaseId = held.Case.Id,
            OfficeId = office ?? Guid.Empty,
            Role = named.Role,
            Name = named.SealedName,
            IsLater = true,
            NamedOn = on,
        });
        if (office is { } excluded)
        {
            await AddAsync(held.Case.Id, excluded, Guid.Empty, ExclusionReason.NamedLater, actor, cancel);
        }

        await aside.RunAsync(held, named.Names, actor, cancel);
    }

    /// <summary>The account itself said that it has a conflict of interest.</summary>
    public async Task RecuseAsync(HeldCase held, Guid accountId, IReadOnlyList<Unlogged> names, Actor actor, CancellationToken cancel)
    {
        await AddAsync(held.Case.Id, Guid.Empty, accountId, ExclusionReason.Declared, actor, cancel);
        await aside.RunAsync(held, names, actor, cancel);
    }

    // By default the office the case is about; a name alone excludes no office.
    private async Task<Guid?> OfficeAsync(Case on, NamedPerson named, CancellationToken cancel)
    {
        if (named.OfficeId is null)
        {
            return named.Role is null or AccusedRole.TiStaff or AccusedRole.TiHead ? null : on.TargetOfficeId;
        }

        var office = await offices.FindAsync(named.OfficeId.Value, cancel);
        return office is { Kind: not OfficeKind.TransparencyInternational } ? office.Id : throw new RuleBroken("Rule_NoSuchOffice");
    }

    private async Task AddAsync(Guid caseId, Guid office, Guid account, ExclusionReason reason, Actor actor, CancellationToken cancel)
    {
        if (await db.Set<CaseExcluded>().FindAsync([caseId, office, account], cancel) is null)
        {
            db.Add(new CaseExcluded { CaseId = caseId, OfficeId = office, AccountId = account, Reason = reason, Since = PhnomPenh.DateOf(actor.At) });
        }
    }
}
