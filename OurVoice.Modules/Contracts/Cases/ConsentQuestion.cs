namespace OurVoice.Contracts.Cases;

/// <summary>Where a consent to pass a case on stands. The names are stored and resource key suffixes: never rename.</summary>
public enum ConsentState
{
    /// <summary>Asked, not answered.</summary>
    Asked,

    /// <summary>Given; the case may be passed on to that one body, once.</summary>
    Given,

    /// <summary>Refused, or taken back.</summary>
    Refused,

    /// <summary>The case was passed on.</summary>
    Used,
}

/// <summary>Transparency International asks whether it may pass the case on, or has noted that it may.</summary>
/// <param name="Id">Of the consent.</param>
/// <param name="Body">Name of the body in the asked language.</param>
/// <param name="State">Where it stands.</param>
/// <param name="On">Local day on which it was asked or answered.</param>
/// <param name="ByCall">It was given on the phone and noted by TI.</param>
public sealed record ConsentQuestion(Guid Id, string Body, ConsentState State, DateOnly On, bool ByCall);
