using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OurVoice.Contracts.Host;

/// <summary>
/// Marks on columns that a test reads: every text column is either sealed (bytes) or declared harmless with a reason.
/// Source: design.md 4.5.
/// </summary>
public static class ColumnMarks
{
    /// <summary>The annotation's name of <see cref="Harmless"/>.</summary>
    public const string HarmlessAnnotation = "OurVoice:Harmless";

    /// <summary>The annotation's name of <see cref="Sealed"/>.</summary>
    public const string SealedAnnotation = "OurVoice:Sealed";

    /// <summary>Declares that whoever reads this text column learns nothing of a citizen.</summary>
    /// <param name="property">A text column.</param>
    /// <param name="why">Why: for example "code of a public place".</param>
    public static PropertyBuilder<T> Harmless<T>(this PropertyBuilder<T> property, string why)
    {
        ArgumentNullException.ThrowIfNull(property);
        return property.HasAnnotation(HarmlessAnnotation, why);
    }

    /// <summary>Declares that this byte column holds a blob of <c>CaseKey</c> or <c>ISiteSeal</c>.</summary>
    public static PropertyBuilder<T> Sealed<T>(this PropertyBuilder<T> property)
    {
        ArgumentNullException.ThrowIfNull(property);
        return property.HasAnnotation(SealedAnnotation, true);
    }
}
