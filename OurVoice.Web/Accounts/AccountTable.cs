using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OurVoice.Contracts.Host;

namespace OurVoice.Web.Accounts;

internal sealed class AccountTable : IEntityTypeConfiguration<Account>
{
    private const string Staff = "of a member of staff, who agreed to it";

    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.ToTable("host_accounts");
        builder.HasKey(a => a.Id);
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.UserName).HasMaxLength(256).Harmless($"sign-in name {Staff}");
        builder.Property(a => a.NormalizedUserName).HasMaxLength(256).IsRequired().Harmless($"sign-in name {Staff}");
        builder.Property(a => a.Email).HasMaxLength(256).Harmless($"address {Staff}");
        builder.Property(a => a.NormalizedEmail).HasMaxLength(256).Harmless($"address {Staff}");
        builder.Property(a => a.PhoneNumber).HasMaxLength(20).Harmless($"number {Staff}");
        builder.Property(a => a.DisplayName).HasMaxLength(120).Harmless($"name {Staff}");
        builder.Property(a => a.LatinName).HasMaxLength(120).Harmless($"name {Staff}");
        builder.Property(a => a.PasswordHash).HasMaxLength(200).Harmless("a slow hash");
        builder.Property(a => a.SecurityStamp).HasMaxLength(64).Harmless("random");
        builder.Property(a => a.ConcurrencyStamp).HasMaxLength(64).IsConcurrencyToken().Harmless("random");
        builder.HasIndex(a => a.NormalizedUserName).IsUnique();
        builder.HasIndex(a => a.NormalizedEmail);
        builder.HasIndex(a => new { a.Side, a.NormalizedUserName });
    }
}
