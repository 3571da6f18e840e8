using Microsoft.EntityFrameworkCore;
using OurVoice.Cases.Acting;
using OurVoice.Cases.Staffing;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;

namespace OurVoice.Cases.Approve;

/// <summary>
/// At Transparency International nobody gets at cases, or into the place of those who decide it, by one person's word: a head or
/// another administrator must say yes. Nor does one person give anybody a password or turn a second step off there, an analyst's included:
/// whoever could, could sign in as that person, or as the second person. What the host program's own verb or the demo does needs none.
/// </summary>
internal sealed class SecondPerson(OurVoiceDb db)
{
    public static bool IsNeeded(MemberAppointed asked) =>
        asked.OfficeId == OfficeIds.TransparencyInternational && asked.Actor.Kind == ActorKind.Officer && asked.Role != MemberRole.Analyst;

    public static bool IsNeeded(CredentialChangeAsked asked) => asked.Side == Side.Ti && asked.Actor.Kind == ActorKind.Officer;

    /// <summary>Notes the change. One that waits already stays the only one, for a half of its password is meant for whoever asked first.</summary>
    /// <exception cref="RuleBroken">Rule_AskedAlready.</exception>
    public async Task AskAsync(CredentialChangeAsked asked, CancellationToken cancel)
    {
        Rules.Require(!await Waiting().AnyAsync(a => a.AccountId == asked.AccountId && a.Change == asked.What, cancel), "Rule_AskedAlready");
        db.Add(new Approval
        {
            Id = asked.ChangeId, AccountId = asked.AccountId, OfficeId = OfficeIds.TransparencyInternational, Change = asked.What,
            AskedBy = asked.Actor.AccountId!.Value, AskedAt = asked.Actor.At,
        });
    }

    /// <summary>Notes the appointment; the same one asked for twice waits once.</summary>
    /// <exception cref="RuleBroken">Rule_OtherSide.</exception>
    public async Task AskAsync(MemberAppointed asked, CancellationToken cancel)
    {
        // An account that this very action made is in the context and not yet in the table.
        var side = db.Set<Account>().Local.FirstOrDefault(a => a.Id == asked.AccountId)?.Side
            ?? await db.Set<Account>().Where(a => a.Id == asked.AccountId).Select(a => (Side?)a.Side).SingleOrDefaultAsync(cancel);
        Rules.Require(side == Side.Ti, "Rule_OtherSide");
        var isThere = await Waiting().AnyAsync(a => a.AccountId == asked.AccountId && a.Role == asked.Role, cancel);
        if (!isThere)
        {
            db.Add(new Approval
            {
                AccountId = asked.AccountId, OfficeId = asked.OfficeId, Role = asked.Role, AskedBy = asked.Actor.AccountId!.Value, AskedAt = asked.Actor.At,
            });
        }
    }

    /// <summary>A dismissed person waits for nothing.</summary>
    public async Task DropAsync(MemberDismissed ended, CancellationToken cancel)
    {
        foreach (var one in await Waiting().Where(a => a.AccountId == ended.AccountId && a.Role == ended.Role).ToListAsync(cancel))
        {
            Decide(one, ApprovalState.Refused, ended.Actor);
        }
    }

    public IQueryable<Approval> Waiting() =>
        db.Set<Approval>().Where(a => a.OfficeId == OfficeIds.TransparencyInternational && a.State == ApprovalState.Waiting);

    /// <exception cref="RuleBroken">NotFound for whoever may not decide here.</exception>
    public async Task RequireDeciderAsync(Actor actor, CancellationToken cancel)
    {
        var mine = actor.AccountId ?? throw Rules.NotFound();
        Rules.Require(
            await db.Set<Membership>().AnyAsync(
                m => m.AccountId == mine && m.OfficeId == OfficeIds.TransparencyInternational && m.From <= actor.At && (m.To == null || m.To > actor.At)
                    && (m.Role == MemberRole.Head || m.Role == MemberRole.Administrator)
                    && db.Set<Account>().Any(a => a.Id == mine && a.Side == Side.Ti && a.DisabledAt == null),
                cancel),
            "NotFound");
    }

    public static void Decide(Approval one, ApprovalState state, Actor actor)
    {
        (one.State, one.DecidedBy, one.DecidedAt) = (state, actor.AccountId, actor.At);
        one.Version++;
    }
}
