namespace OurVoice.Contracts.Places;

/// <summary>What an office is.</summary>
public enum OfficeKind
{
    /// <summary>Administration of a commune or sangkat.</summary>
    CommuneAdministration = 1,

    /// <summary>Health centre of a commune.</summary>
    HealthCentre = 2,

    /// <summary>Public primary school of a commune.</summary>
    PrimarySchool = 3,

    /// <summary>Administrative police post of a commune.</summary>
    PolicePost = 4,

    /// <summary>Administration of a district, municipality or khan.</summary>
    DistrictAdministration = 5,

    /// <summary>One Window Service Office (OWSO) of a district.</summary>
    DistrictOneWindow = 6,

    /// <summary>Ombudsman's ("citizens'") office of a district.</summary>
    DistrictOmbudsman = 7,

    /// <summary>Administration of a province or of the capital.</summary>
    ProvincialAdministration = 8,

    /// <summary>One Window Service Unit (OWSU) of a province.</summary>
    ProvincialOneWindow = 9,

    /// <summary>Ombudsman's ("citizens'") office of a province.</summary>
    ProvincialOmbudsman = 10,

    /// <summary>The Ministry of Interior: one office, at no place.</summary>
    Ministry = 11,

    /// <summary>Transparency International Cambodia: one office, at no place, no part of the government.</summary>
    TransparencyInternational = 12,
}
