using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases;

internal sealed class CaseOfficeTable : IEntityTypeConfiguration<CaseOffice>
{
    public void Configure(EntityTypeBuilder<CaseOffice> builder)
    {
        builder.ToTable("cases_case_offices");
        builder.HasKey(o => o.Id);
        builder.Property(o => o.Id).ValueGeneratedNever();
        builder.Property(o => o.Province).HasMaxLength(2).Harmless("code of a public place");
        builder.HasOne<Case>().WithMany().HasForeignKey(o => o.CaseId);
        builder.HasIndex(o => new { o.CaseId, o.To });

        // The worklist: equality on the first four, then a keyset by date and case.
        builder.HasIndex(o => new { o.OfficeId, o.Part, o.To, o.FoldId, o.DueAt, o.CaseId });

        // The age list, of the country and of a province. Named, as PostgreSQL cuts a name after 63 letters.
        builder.HasIndex(o => new { o.OfficeId, o.Part, o.To, o.FoldId, o.OpenFrom, o.CaseId }).HasDatabaseName("IX_cases_case_offices_Age");
        builder.HasIndex(o => new { o.OfficeId, o.Part, o.To, o.FoldId, o.Province, o.OpenFrom, o.CaseId }).HasDatabaseName("IX_cases_case_offices_ProvinceAge");
    }
}
