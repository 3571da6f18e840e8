namespace OurVoice.Contracts.Host;

/// <summary>A verb of the host program, for example <c>import places FILE...</c>. Register as <see cref="IHostVerb"/>.</summary>
public interface IHostVerb
{
    /// <summary>The words that call it, for example "import places".</summary>
    string Words { get; }

    /// <summary>Its arguments as the help shows them, for example "FILE...".</summary>
    string Usage { get; }

    /// <summary>False for the few verbs that must find the database as it is, or none at all.</summary>
    bool NeedsDatabase => true;

    /// <summary>Runs after migration of the database and start-up seeds, unless it needs no database.</summary>
    /// <param name="arguments">What follows the words.</param>
    /// <param name="output">Where to say what happened.</param>
    /// <param name="cancel">Ctrl-C.</param>
    /// <returns>Exit code: 0 good, 1 refused with sentences, 2 wrong call.</returns>
    Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, CancellationToken cancel);
}

/// <summary>Facts that a module carries itself, merged at every start; the second time changes nothing.</summary>
public interface IStartupSeed
{
    /// <summary>Lower runs first: places 10, routing and policies 20.</summary>
    int Order { get; }

    /// <summary>Merges the facts through the runner.</summary>
    Task SeedAsync(CancellationToken cancel);
}

/// <summary>
/// A module's part of the demo, made once in an empty database when <c>OurVoice:Demo</c> is true. A start that was killed is
/// gone on with by the next one, so what is there already is left alone and not made twice.
/// </summary>
public interface IDemoStep
{
    /// <summary>Lower runs first: accounts and members 10, submissions 20, officers' work 30.</summary>
    int Order { get; }

    /// <summary>Makes the part. Says progress to <paramref name="output"/>.</summary>
    /// <param name="cases">How many cases the demo should hold.</param>
    /// <param name="output">Where progress is said.</param>
    /// <param name="cancel">Ctrl-C.</param>
    Task SeedAsync(int cases, TextWriter output, CancellationToken cancel);
}
