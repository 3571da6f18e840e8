using MediatR;
using OurVoice.Contracts.Host;

namespace OurVoice.Contracts.Places;

/// <summary>What was changed. Stored by name, never rename.</summary>
public enum CalendarCause
{
    /// <summary>Holidays of a year, or whether its list is confirmed.</summary>
    Holidays = 1,

    /// <summary>The opening hours of one office, or those of a kind of office.</summary>
    OfficeHours = 2,
}

/// <summary>
/// Holidays or office hours have changed, so due dates that were counted with them may not hold any more. Published in the transaction of
/// the change. Without an office and a kind: every office is concerned.
/// </summary>
/// <param name="ChangeId">Of this change; the same change published twice is one.</param>
/// <param name="Cause">What was changed.</param>
/// <param name="OfficeId">The one office whose hours changed, or null.</param>
/// <param name="OfficeKind">The kind of office whose hours changed, or null.</param>
/// <param name="Actor">Who changed it.</param>
public sealed record CalendarChanged(Guid ChangeId, CalendarCause Cause, Guid? OfficeId, OfficeKind? OfficeKind, Actor Actor) : INotification;
