using MediatR;

namespace OurVoice.Contracts.Cases;

/// <summary>An office has a member now. Published in the transaction that adds the membership; Places opens an office that was not open.</summary>
/// <param name="OfficeId">The office. One that Places does not know, or that is closed, breaks the rule and undoes the membership.</param>
public sealed record OfficeStaffed(Guid OfficeId) : INotification;
