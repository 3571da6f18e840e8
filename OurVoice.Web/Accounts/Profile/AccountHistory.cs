using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Host;
using OurVoice.Web.Audit;

namespace OurVoice.Web.Accounts.Profile;

/// <param name="At">UTC.</param>
/// <param name="Act">What others did to the account.</param>
/// <param name="By">Who did it, or agreed to it; null when that account is not there any more.</param>
public sealed record AccountHistoryLine(DateTime At, AuditAct Act, string? By);

/// <summary>What administrators did to an account, out of the audit, for its person: somebody else who signs in by a reset cannot hide it.</summary>
internal sealed class AccountHistory(IDbContextFactory<OurVoiceDb> databases)
{
    private const int Most = 10;

    /// <summary>The newest ten, newest first.</summary>
    public Task<IReadOnlyList<AccountHistoryLine>> OfAsync(DeskIdentity who, CancellationToken cancel) =>
        who.Side == Side.Ti ? OfAsync<TiAuditRow>(who, cancel) : OfAsync<GovernmentAuditRow>(who, cancel);

    private async Task<IReadOnlyList<AccountHistoryLine>> OfAsync<TRow>(DeskIdentity who, CancellationToken cancel)
        where TRow : AuditRow
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var rows = await db.Set<TRow>().AsNoTracking()
            .Where(r => (r.Act == AuditAct.PasswordReset || r.Act == AuditAct.SecondStepReset || r.Act == AuditAct.AccountEnabled) && r.DetailId == who.AccountId)
            .OrderByDescending(r => r.Sequence).Take(Most).Select(r => new { r.At, r.Act, r.AccountId })
            .ToListAsync(cancel);
        var ids = rows.Select(r => r.AccountId).ToHashSet();
        var people = await db.Set<Account>().AsNoTracking().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, cancel);
        return [.. rows.Select(r => new AccountHistoryLine(r.At, r.Act, people.TryGetValue(r.AccountId, out var by) ? by.DisplayName : null))];
    }
}
