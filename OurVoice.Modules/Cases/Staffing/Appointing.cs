using MediatR;
using Microsoft.EntityFrameworkCore;
using OurVoice.Cases.Acting;
using OurVoice.Cases.AddMembership;
using OurVoice.Cases.Approve;
using OurVoice.Cases.EndMembership;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;

namespace OurVoice.Cases.Staffing;

/// <summary>Who may put whom into which office. At Transparency International a second person must agree: <see cref="SecondPerson"/>.</summary>
internal sealed class Appointing(OurVoiceDb db)
{
    /// <exception cref="RuleBroken">NotFound, Rule_NotYourself, Rule_RoleNotHere, Rule_AdministratorsWorkNoCases.</exception>
    public async Task JudgeAsync(MemberAppointed asked, CancellationToken cancel)
    {
        await RequireRightAsync(asked.AccountId, asked.Actor, cancel);
        Rules.Require(Exists(asked.Role, asked.OfficeId), "Rule_RoleNotHere");
        await RequireFittingAsync(asked.AccountId, asked.Role, asked.Actor.At, cancel);
    }

    /// <exception cref="RuleBroken">Rule_AdministratorsWorkNoCases.</exception>
    public async Task RequireFittingAsync(Guid accountId, MemberRole role, DateTime now, CancellationToken cancel)
    {
        var others = InForce(accountId, now).Where(m => (m.Role == MemberRole.Administrator) != (role == MemberRole.Administrator));
        Rules.Require(!await others.AnyAsync(cancel), "Rule_AdministratorsWorkNoCases");
    }

    /// <exception cref="RuleBroken">NotFound, Rule_NotYourself.</exception>
    public async Task RequireRightAsync(Guid accountId, Actor actor, CancellationToken cancel)
    {
        if (actor.Kind == ActorKind.System)
        {
            return;
        }

        var mine = actor.AccountId ?? throw Rules.NotFound();
        Rules.Require(mine != accountId, "Rule_NotYourself");
        var sides = await db.Set<Account>().Where(a => a.Id == mine || a.Id == accountId).Select(a => new { a.Id, a.Side }).ToListAsync(cancel);
        // An account that this very action made is in the context and not yet in the table.
        var asked = db.Set<Account>().Local.FirstOrDefault(a => a.Id == accountId)?.Side ?? sides.Find(s => s.Id == accountId)?.Side;
        var isAdministrator = await InForce(mine, actor.At).AnyAsync(m => m.Role == MemberRole.Administrator, cancel);
        if (!isAdministrator || asked is null || sides.Find(s => s.Id == mine)?.Side != asked)
        {
            throw Rules.NotFound();
        }
    }

    // The Ministry and Transparency International keep their own side's accounts; analysts are TI's alone.
    private static bool Exists(MemberRole role, Guid officeId) => role switch
    {
        MemberRole.Officer or MemberRole.Head => true,
        MemberRole.Analyst => officeId == OfficeIds.TransparencyInternational,
        MemberRole.Administrator => officeId == OfficeIds.TransparencyInternational || officeId == OfficeIds.Ministry,
        _ => false,
    };

    private IQueryable<Membership> InForce(Guid accountId, DateTime now) =>
        db.Set<Membership>().Where(m => m.AccountId == accountId && m.From <= now && (m.To == null || m.To > now));
}

internal sealed class WhenMemberAppointed(Appointing appointing, SecondPerson second, AddMember add) : INotificationHandler<MemberAppointed>
{
    public async Task Handle(MemberAppointed notification, CancellationToken cancellationToken)
    {
        await appointing.JudgeAsync(notification, cancellationToken);
        if (SecondPerson.IsNeeded(notification))
        {
            await second.AskAsync(notification, cancellationToken);
            return;
        }

        await add.ExecuteAsync(new(notification.AccountId, notification.OfficeId, notification.Role), notification.Actor, cancellationToken);
    }
}

internal sealed class WhenMemberDismissed(Appointing appointing, SecondPerson second, EndMember end) : INotificationHandler<MemberDismissed>
{
    public async Task Handle(MemberDismissed notification, CancellationToken cancellationToken)
    {
        await appointing.RequireRightAsync(notification.AccountId, notification.Actor, cancellationToken);
        await second.DropAsync(notification, cancellationToken);
        await end.ExecuteAsync(new(notification.AccountId, notification.OfficeId, notification.Role), notification.Actor, cancellationToken);
    }
}
