namespace OurVoice.Contracts.Intake;

/// <summary>What only the corruption form asks. Source: domain-cambodia.md 5 ("TI ALAC practice", fields).</summary>
/// <param name="Sector">Where in public life it happens; null when not answered.</param>
/// <param name="Sort">What was done; null when not answered.</param>
/// <param name="Evidence">Whether there is something to show; null when not answered.</param>
/// <param name="Risk">How great the reporter thinks the danger is; null when not answered.</param>
/// <param name="RiskWords">What the reporter is afraid of, in own words, or null.</param>
public sealed record CorruptionAnswers(Sector? Sector, CorruptionSort? Sort, Evidence? Evidence, ReporterRisk? Risk, string? RiskWords)
{
    /// <inheritdoc />
    public override string ToString() => "(not printed)";
}

/// <summary>Where in public life it happens. Names are stored sealed: never rename.</summary>
public enum Sector
{
    /// <summary>Certificates, registers, licences of a commune or one window.</summary>
    CivilPapers,

    /// <summary>Health centres and hospitals.</summary>
    Health,

    /// <summary>Schools, examinations, scholarships.</summary>
    Education,

    /// <summary>Land titles and measuring.</summary>
    Land,

    /// <summary>Police and traffic.</summary>
    Police,

    /// <summary>Courts and prosecutors.</summary>
    Court,

    /// <summary>Taxes and customs.</summary>
    Tax,

    /// <summary>Business licences and inspections.</summary>
    Business,

    /// <summary>Equity cards, allowances, relief.</summary>
    Assistance,

    /// <summary>Roads, buildings, purchases with public money.</summary>
    PublicWorks,

    /// <summary>Forests, fisheries, mines.</summary>
    NaturalResources,

    /// <summary>Something else.</summary>
    Other,
}

/// <summary>What was done. The first three are most of what TI Cambodia hears (41, 38 and 16 %). Names are stored sealed: never rename.</summary>
public enum CorruptionSort
{
    /// <summary>Money or favours were demanded for what is owed or free.</summary>
    Extortion,

    /// <summary>Money or favours were given or taken for an advantage.</summary>
    Bribery,

    /// <summary>Public money or goods were taken, or papers falsified.</summary>
    Embezzlement,

    /// <summary>Jobs, help or contracts for family and friends.</summary>
    Favouritism,

    /// <summary>A public office was used for private ends in another way.</summary>
    Abuse,

    /// <summary>Something else.</summary>
    Other,

    /// <summary>Not sure.</summary>
    NotSure,
}

/// <summary>Whether there is something to show. Names are stored sealed: never rename.</summary>
public enum Evidence
{
    /// <summary>The reporter has papers, pictures, recordings or messages.</summary>
    Have,

    /// <summary>Somebody else saw it, or has something.</summary>
    Others,

    /// <summary>Nothing but the reporter's word.</summary>
    None,
}

/// <summary>How great the reporter thinks the danger is. Names are stored sealed: never rename.</summary>
public enum ReporterRisk
{
    /// <summary>The reporter has been threatened or harmed already.</summary>
    Threatened,

    /// <summary>Somebody would guess who reported.</summary>
    Guessable,

    /// <summary>The reporter sees no particular danger.</summary>
    Low,

    /// <summary>Not sure.</summary>
    NotSure,
}
