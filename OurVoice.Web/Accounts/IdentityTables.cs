using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OurVoice.Contracts.Host;

namespace OurVoice.Web.Accounts;

// What Identity's store needs besides the account itself, under our own table names. Passkeys have no page yet and so no table.
internal sealed class AccountClaimTable : IEntityTypeConfiguration<IdentityUserClaim<Guid>>
{
    public void Configure(EntityTypeBuilder<IdentityUserClaim<Guid>> builder)
    {
        builder.ToTable("host_account_claims");
        builder.HasKey(c => c.Id);
        builder.Property(c => c.ClaimType).HasMaxLength(200).Harmless("a constant of the program");
        builder.Property(c => c.ClaimValue).HasMaxLength(400).Harmless("a constant of the program");
        builder.HasOne<Account>().WithMany().HasForeignKey(c => c.UserId);
    }
}

internal sealed class AccountLoginTable : IEntityTypeConfiguration<IdentityUserLogin<Guid>>
{
    public void Configure(EntityTypeBuilder<IdentityUserLogin<Guid>> builder)
    {
        builder.ToTable("host_account_logins");
        builder.HasKey(l => new { l.LoginProvider, l.ProviderKey });
        builder.Property(l => l.LoginProvider).HasMaxLength(100).Harmless("a constant of the program");
        builder.Property(l => l.ProviderKey).HasMaxLength(200).Harmless("a key of a member of staff at a sign-in service");
        builder.Property(l => l.ProviderDisplayName).HasMaxLength(100).Harmless("a constant of the program");
        builder.HasOne<Account>().WithMany().HasForeignKey(l => l.UserId);
    }
}

internal sealed class AccountTokenTable : IEntityTypeConfiguration<IdentityUserToken<Guid>>
{
    public void Configure(EntityTypeBuilder<IdentityUserToken<Guid>> builder)
    {
        builder.ToTable("host_account_tokens");
        builder.HasKey(t => new { t.UserId, t.LoginProvider, t.Name });
        builder.Property(t => t.LoginProvider).HasMaxLength(100).Harmless("a constant of the program");
        builder.Property(t => t.Name).HasMaxLength(100).Harmless("a constant of the program");
        builder.Property(t => t.Value).HasMaxLength(2000).Harmless("encrypted by the Data Protection ring, see AccountStore");
        builder.HasOne<Account>().WithMany().HasForeignKey(t => t.UserId);
    }
}
