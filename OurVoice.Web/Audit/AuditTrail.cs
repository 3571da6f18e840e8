using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Host;

namespace OurVoice.Web.Audit;

/// <summary>See <see cref="IAudit"/>.</summary>
internal sealed class AuditTrail(IDbContextFactory<OurVoiceDb> databases, IRunner runner, TimeProvider time) : IAudit
{
    public const int LongestReason = 40;

    // The side of an account is set when it is made and never changes.
    private readonly ConcurrentDictionary<Guid, Side> _sides = new();
    private readonly AuditLine<GovernmentAuditRow> _government = new(Side.Government, runner, time);
    private readonly AuditLine<TiAuditRow> _ti = new(Side.Ti, runner, time);

    public async Task NoteAsync(AuditNote note, CancellationToken cancel)
    {
        var account = Check(note);
        var side = await SideAsync(account, cancel);
        await (side == Side.Ti ? _ti.NoteAsync(note, cancel) : _government.NoteAsync(note, cancel));
    }

    /// <returns>The account that acts.</returns>
    /// <exception cref="ArgumentException">No account acts, or the reason is no code.</exception>
    public static Guid Check(AuditNote note)
    {
        if (note.Reason is { } reason && (reason.Length is 0 or > LongestReason || !reason.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.')))
        {
            throw new ArgumentException("The reason of an audit row is a code from a list.", nameof(note));
        }

        return note.Actor.AccountId ?? throw new ArgumentException("The audit notes what accounts do.", nameof(note));
    }

    private async Task<Side> SideAsync(Guid account, CancellationToken cancel)
    {
        if (_sides.TryGetValue(account, out var known))
        {
            return known;
        }

        await using var db = await databases.CreateDbContextAsync(cancel);
        var found = await db.Set<Account>().Where(a => a.Id == account).Select(a => (Side?)a.Side).SingleOrDefaultAsync(cancel);
        return found is { } side ? _sides[account] = side : throw new ArgumentException("The audit knows no such account.", nameof(account));
    }
}
