namespace OurVoice.Contracts.Host;

/// <summary>
/// A recurring job over due rows. It may be killed anywhere and run on any number of nodes at once: it claims rows by
/// conditional update, works one transaction a row through <see cref="IRunner"/>, and leaves the last guard to a unique key.
/// The host schedules it, keeps the row of each run and shows its age. Register with <c>services.AddSweep&lt;T&gt;()</c>.
/// </summary>
public interface ISweep
{
    /// <summary>Stable name in Latin letters, also the name of the job-run rows.</summary>
    string Name { get; }

    /// <summary>How often it should run.</summary>
    TimeSpan Every { get; }

    /// <summary>
    /// Ti for a job that works rows of Transparency International alone: its runs stand in TI's own table, so that no administrator of
    /// the government can tell from them whether TI has a case. All else, also what both share, is the government's.
    /// </summary>
    Side Side => Side.Government;

    /// <summary>Works until no due row is left or it is cancelled.</summary>
    /// <returns>How many rows were worked and how many were set aside because they failed.</returns>
    Task<SweepCount> RunAsync(CancellationToken cancel);
}

/// <summary>What a sweep did.</summary>
/// <param name="Done">Rows worked.</param>
/// <param name="Failed">Rows set aside; they do not stop the others.</param>
public readonly record struct SweepCount(int Done, int Failed)
{
    /// <summary>Adds two counts.</summary>
    public static SweepCount operator +(SweepCount left, SweepCount right) => new(left.Done + right.Done, left.Failed + right.Failed);
}
