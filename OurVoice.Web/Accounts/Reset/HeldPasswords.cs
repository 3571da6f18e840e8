using System.Text;
using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Host;
using OurVoice.Web.Accounts.Administration;

namespace OurVoice.Web.Accounts.Reset;

/// <summary>Keeps new passwords until they are given out, each half sealed for itself under Transparency International's master key.</summary>
internal sealed class HeldPasswords(OurVoiceDb db, ISiteSeal seal)
{
    private const string Askers = "accounts/half/asker";
    private const string Approvers = "accounts/half/approver";

    /// <summary>Holds a password for a change that somebody is about to ask for.</summary>
    public void Hold(Guid changeId, Guid accountId, TemporaryPassword password, Actor actor)
    {
        var (first, second) = password.Halves();
        db.Add(new HeldPassword
        {
            Id = changeId, AccountId = accountId, Hash = password.Hash, AskedBy = actor.AccountId ?? Guid.Empty, AskedAt = actor.At,
            AskersHalf = Seal(Askers, first, changeId), ApproversHalf = Seal(Approvers, second, changeId),
        });
    }

    /// <summary>The held one, also when this very transaction holds it.</summary>
    public async Task<HeldPassword> GetAsync(Guid changeId, CancellationToken cancel) =>
        await db.Set<HeldPassword>().FindAsync([changeId], cancel) ?? throw RuleBroken.NotFound();

    /// <summary>An older password of the account is worth nothing any more, and so are its halves.</summary>
    public async Task DropOlderAsync(HeldPassword than, CancellationToken cancel) =>
        db.RemoveRange(await db.Set<HeldPassword>().Where(h => h.AccountId == than.AccountId && h.Id != than.Id && h.ApprovedBy != null).ToListAsync(cancel));

    /// <summary>The half of whoever asks, wiped; null when it was fetched before or cannot be opened any more.</summary>
    /// <exception cref="RuleBroken">NotFound to whoever has no half of it, and to everybody before a second person has agreed.</exception>
    public string? Take(HeldPassword held, Guid account)
    {
        var isAsker = held.AskedBy == account;
        if (held.ApprovedBy is not { } approver || held.AskedBy == approver || (!isAsker && approver != account))
        {
            throw RuleBroken.NotFound();
        }

        var (purpose, half) = isAsker ? (Askers, held.AskersHalf) : (Approvers, held.ApproversHalf);
        held.AskersHalf = isAsker ? null : held.AskersHalf;
        held.ApproversHalf = isAsker ? held.ApproversHalf : null;
        held.Version++;
        if (held is { AskersHalf: null, ApproversHalf: null })
        {
            db.Remove(held);
        }

        return half is not null && seal.Open(purpose, half, held.Id.ToByteArray(), Side.Ti) is { } words ? Encoding.UTF8.GetString(words) : null;
    }

    private byte[] Seal(string purpose, string half, Guid changeId) => seal.Seal(purpose, Encoding.UTF8.GetBytes(half), changeId.ToByteArray(), Side.Ti);
}
