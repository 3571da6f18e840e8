namespace OurVoice.Contracts.Host;

/// <summary>
/// A named rule refused an action; nothing was written. Pages turn it into a sentence by looking <see cref="Rule"/> up in
/// the resources of the module that threw it.
/// </summary>
/// <param name="rule">The rule's name, which is also the resource key of its sentence (for example <c>Rule_AlreadyClosed</c>).</param>
/// <param name="arguments">Numbers, dates or codes for the sentence; never a citizen's words, a name or a receipt code.</param>
#pragma warning disable CA1032 // A rule without a name has no sentence.
public sealed class RuleBroken(string rule, params object[] arguments) : Exception(rule)
#pragma warning restore CA1032
{
    /// <summary>The rule's name and resource key.</summary>
    public string Rule { get; } = rule;

    /// <summary>Not there, or not for this account: nobody can tell which. A page answers it with the 404 of its side.</summary>
    public static RuleBroken NotFound() => new("NotFound");

    /// <summary>Values for the sentence's placeholders.</summary>
    public IReadOnlyList<object> Arguments { get; } = arguments;
}
