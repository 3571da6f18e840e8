using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OurVoice.Contracts.Host;

namespace OurVoice.Web.Accounts.Notices;

/// <summary>A code that shows that a telephone or a chat is the person's. One of each kind an account; the newest counts.</summary>
internal sealed class NoticeCode
{
    /// <summary>How long a code works.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(15);

    public Guid AccountId { get; init; }

    public Channel Channel { get; init; }

    /// <summary>The code, for the message that carries it and the page that shows it.</summary>
    public byte[] Code { get; set; } = [];

    /// <summary>Of a start code, by which the bot finds it; empty for a telephone's code, which is too short to hash.</summary>
    public string Hash { get; set; } = "";

    /// <summary>UTC.</summary>
    public DateTime MadeAt { get; set; }

    /// <summary>Wrong answers so far.</summary>
    public int Tries { get; set; }

    /// <summary>How often it was asked for since <see cref="CountedFrom"/>.</summary>
    public int Asked { get; set; }

    /// <summary>UTC.</summary>
    public DateTime CountedFrom { get; set; }

    public int Version { get; set; }

    public bool IsAlive(DateTime now) => now < MadeAt + Life;
}

internal sealed class NoticeCodeTable : IEntityTypeConfiguration<NoticeCode>
{
    public void Configure(EntityTypeBuilder<NoticeCode> builder)
    {
        builder.ToTable("host_notice_codes");
        builder.HasKey(c => new { c.AccountId, c.Channel });
        builder.Property(c => c.Code).Sealed();
        builder.Property(c => c.Hash).HasMaxLength(64).Harmless("a hash of 128 random bits");
        builder.Property(c => c.Version).IsConcurrencyToken();
        builder.HasIndex(c => c.Hash);
    }
}
