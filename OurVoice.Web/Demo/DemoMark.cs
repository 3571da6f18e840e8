using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OurVoice.Web.Demo;

/// <summary>That the demo is being made here: a start that finds it without an end goes on where the last one was killed.</summary>
internal sealed class DemoMark
{
    public const int Only = 1;

    public int Id { get; init; } = Only;

    /// <summary>UTC.</summary>
    public required DateTime BegunAt { get; init; }

    /// <summary>UTC; null while it is being made.</summary>
    public DateTime? DoneAt { get; set; }

    public int Version { get; set; }
}

internal sealed class DemoMarkTable : IEntityTypeConfiguration<DemoMark>
{
    public void Configure(EntityTypeBuilder<DemoMark> builder)
    {
        builder.ToTable("host_demo");
        builder.HasKey(m => m.Id);
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.Version).IsConcurrencyToken();
    }
}
