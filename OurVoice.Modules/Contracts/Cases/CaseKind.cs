namespace OurVoice.Contracts.Cases;

/// <summary>
/// What a citizen brought. It decides the first address, the next rung, the targets of the clock and the side.
/// The numbers are stored: never renumber. The names are the words of the address <c>/{lang}/submit/{kind}</c> in lower case.
/// Source: design.md, sections 3 and 5.
/// </summary>
public enum CaseKind
{
    /// <summary>Something went wrong at an office or in a service. Always confidential; goes to the ombudsman's office one level above.</summary>
    Complaint = 1,

    /// <summary>A request for help from an office. Goes to the office asked.</summary>
    Support = 2,

    /// <summary>A request for information, with the periods of the draft access-to-information law. Goes to the office asked.</summary>
    Information = 3,

    /// <summary>A report of corruption. Always confidential and read by Transparency International alone.</summary>
    Corruption = 4,
}
