using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OurVoice.Contracts.Host;

namespace OurVoice.Web.Jobs;

internal enum JobState
{
    Running,
    Good,
    Failed,
}

/// <summary>One run of a recurring job on one node. Quartz in memory keeps no history, so this is ours on every provider.</summary>
internal sealed class JobRun
{
    public Guid Id { get; init; }

    public string Name { get; init; } = "";

    public string Node { get; init; } = "";

    public DateTime StartedAt { get; init; }

    public DateTime? EndedAt { get; set; }

    public JobState State { get; set; }

    public int Failed { get; set; }

    /// <summary>Type of the exception that ended it; never its text.</summary>
    public string? Fault { get; set; }
}

internal sealed class JobRunTable : IEntityTypeConfiguration<JobRun>
{
    public void Configure(EntityTypeBuilder<JobRun> builder)
    {
        builder.ToTable("host_job_runs");
        builder.HasKey(r => r.Id);
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Name).HasMaxLength(60).Harmless("name of a job");
        builder.Property(r => r.Node).HasMaxLength(80).Harmless("name of a machine");
        builder.Property(r => r.Fault).HasMaxLength(120).Harmless("name of an exception's type");
        builder.HasIndex(r => new { r.Name, r.StartedAt });
    }
}
