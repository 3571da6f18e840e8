namespace OurVoice.Contracts.Places;

/// <summary>Question to Places: by which hours and holidays does an office count? Answers carry the holidays of every stored year.</summary>
public interface IWorkingCalendars
{
    /// <summary>
    /// The calendar of an office: its own hours, else those of its kind, else <see cref="OfficeHours.Default"/>; an unknown
    /// office counts by the default as well, so that no clock stands still for want of a row.
    /// </summary>
    ValueTask<WorkingCalendar> ForOfficeAsync(Guid officeId, CancellationToken ct);

    /// <summary>As <see cref="ForOfficeAsync"/> for several offices at once; the answer has an entry for each of them.</summary>
    ValueTask<IReadOnlyDictionary<Guid, WorkingCalendar>> ForOfficesAsync(IReadOnlyCollection<Guid> officeIds, CancellationToken ct);
}
