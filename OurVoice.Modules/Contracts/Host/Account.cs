using Microsoft.AspNetCore.Identity;

namespace OurVoice.Contracts.Host;

/// <summary>
/// A person who signs in to the desk. What the person may do comes from memberships of offices (module Cases), never from
/// the account itself. Modules point at it by id.
/// </summary>
public sealed class Account : IdentityUser<Guid>
{
    /// <summary>Whose this account is. Set when it is made; no administrator can change it.</summary>
    public Side Side { get; init; }

    /// <summary>Name as colleagues and, in answers, citizens see it; family name first, usually Khmer.</summary>
    public required string DisplayName { get; set; }

    /// <summary>The same name in Latin letters, as on an identity card.</summary>
    public string? LatinName { get; set; }

    /// <summary>Language of the desk for this person.</summary>
    public Lang Language { get; set; } = Lang.Km;

    /// <summary>UTC. Null while the account may sign in.</summary>
    public DateTime? DisabledAt { get; set; }

    /// <summary>UTC.</summary>
    public DateTime CreatedAt { get; init; }

    /// <summary>True for accounts that the demo seeded; their password is public.</summary>
    public bool IsDemo { get; init; }

    /// <summary>True while the password is one that an administrator or the host program has seen.</summary>
    public bool MustChangePassword { get; set; }

    /// <summary>The administrator who asked for the temporary password; null when the person has chosen one since.</summary>
    public Guid? PasswordGivenBy { get; set; }

    /// <summary>The administrator who asked for the second step to be off; null when the person has set it up since.</summary>
    public Guid? SecondStepEndedBy { get; set; }

    /// <summary>How this person wants to be told; by mail as long as the way is not there or not proved to be the person's.</summary>
    public Channel NotifyBy { get; set; } = Channel.Email;

    /// <summary>The chat in which the bot may write to this person; null until the person linked it.</summary>
    public long? TelegramChatId { get; set; }

    /// <summary>The office this person last chose to act for; null until one is chosen. May have become another's.</summary>
    public Guid? DeskOfficeId { get; set; }

    /// <summary>The 30-second step of the last one-time code that was used (RFC 6238), so that no code works twice.</summary>
    public long TotpStep { get; set; }

    /// <summary>An account as Identity's stores expect it; without a password nobody can sign in to it.</summary>
    /// <param name="side">Whose it is.</param>
    /// <param name="email">Sign-in name, as <see cref="EmailAddresses.TryNormalize"/> gives it.</param>
    /// <param name="displayName">Name as colleagues see it.</param>
    /// <param name="at">Now, UTC.</param>
    /// <param name="isDemo">Seeded by the demo.</param>
    public static Account Create(Side side, string email, string displayName, DateTime at, bool isDemo = false)
    {
        ArgumentNullException.ThrowIfNull(email);
        return new()
        {
            Id = Guid.NewGuid(),
            Side = side,
            Email = email,
            UserName = email,
            NormalizedEmail = email.ToUpperInvariant(),
            NormalizedUserName = email.ToUpperInvariant(),
            DisplayName = displayName,
            CreatedAt = at,
            IsDemo = isDemo,
            LockoutEnabled = true,
            EmailConfirmed = true,
            SecurityStamp = Guid.NewGuid().ToString("N"),
        };
    }
}
