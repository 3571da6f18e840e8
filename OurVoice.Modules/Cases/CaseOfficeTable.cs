using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OurVoice.Cases;

internal sealed class CaseOfficeTable : IEntityTypeConfiguration<CaseOffice>
{
    public void Configure(EntityTypeBuilder<CaseOffice> builder)
    {
        builder.ToTable("cases_case_offices");
        builder.HasKey(o => o.Id);
        builder.Property(o => o.Id).ValueGeneratedNever();
        builder.HasOne<Case>().WithMany().HasForeignKey(o => o.CaseId);
        builder.HasIndex(o => new { o.CaseId, o.To });

        // The worklist: equality on the first four, then a keyset by date and case.
        builder.HasIndex(o => new { o.OfficeId, o.Part, o.To, o.FoldId, o.DueAt, o.CaseId });
    }
}
