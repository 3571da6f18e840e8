using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases;

internal sealed class CaseTable : IEntityTypeConfiguration<Case>
{
    public void Configure(EntityTypeBuilder<Case> builder)
    {
        builder.ToTable("cases_cases");
        builder.HasKey(c => c.Id);
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Number).HasMaxLength(10).Harmless("random");
        builder.Property(c => c.PlaceCode).HasMaxLength(8).Harmless("code of a public place");
        builder.Ignore(c => c.Province);
        builder.Property(c => c.PlaceNameKm).HasMaxLength(300).Harmless("name of a public place");
        builder.Property(c => c.PlaceNameEn).HasMaxLength(300).Harmless("name of a public place");
        builder.Property(c => c.ServiceCode).HasMaxLength(20).Harmless("code of a public service");
        builder.Property(c => c.ReferredTo).HasMaxLength(40).Harmless("code of a public body, from a list");
        builder.Property(c => c.ReferredToName).HasMaxLength(4_096).Sealed();
        builder.Property(c => c.Writes).IsConcurrencyToken();
        builder.HasIndex(c => c.Number).IsUnique();
        builder.HasIndex(c => new { c.NextEventAt, c.Id });
        builder.HasIndex(c => new { c.KeySide, c.Side });
        builder.HasIndex(c => new { c.Kept, c.Side, c.Kind, c.ClosedOn, c.Id });
        builder.HasIndex(c => new { c.Failures, c.Side });

        // Whoever looks at every open case walks it; what is closed is not in it.
        builder.HasIndex(c => new { c.Side, c.Id }).HasFilter($"\"State\" <> '{nameof(CaseState.Closed)}'");

        // What a month or year is counted from. The day first: by side first, SQLite would look for the due cases of a side here.
        builder.HasIndex(c => new { c.ReceivedOn, c.Side, c.Kind });
    }
}
