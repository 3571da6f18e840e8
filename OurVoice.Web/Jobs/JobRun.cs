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

/// <summary>
/// One run of a recurring job on one node. Quartz in memory keeps no history, so this is ours on every provider. The two sides have
/// tables of their own: how often TI's jobs fail says that there is something to work on.
/// </summary>
internal abstract class JobRunRow
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

/// <summary>Of what both sides share and of the government.</summary>
internal sealed class JobRun : JobRunRow;

/// <summary>Of what works Transparency International's rows alone.</summary>
internal sealed class TiJobRun : JobRunRow;

internal sealed class JobRunTable : JobRunTable<JobRun>
{
    protected override string Name => "host_job_runs";
}

internal sealed class TiJobRunTable : JobRunTable<TiJobRun>
{
    protected override string Name => "ti_job_runs";
}

internal abstract class JobRunTable<T> : IEntityTypeConfiguration<T>
    where T : JobRunRow
{
    protected abstract string Name { get; }

    public void Configure(EntityTypeBuilder<T> builder)
    {
        builder.ToTable(Name);
        builder.HasKey(r => r.Id);
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Name).HasMaxLength(60).Harmless("name of a job");
        builder.Property(r => r.Node).HasMaxLength(80).Harmless("name of a machine");
        builder.Property(r => r.Fault).HasMaxLength(120).Harmless("name of an exception's type");
        builder.HasIndex(r => new { r.Name, r.StartedAt });
    }
}
