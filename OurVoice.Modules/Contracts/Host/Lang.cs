namespace OurVoice.Contracts.Host;

/// <summary>The two languages of every page, message and paper.</summary>
public enum Lang
{
    /// <summary>Khmer, the first language of the country and the default.</summary>
    Km,

    /// <summary>English.</summary>
    En,
}
