using MediatR;

namespace OurVoice.Contracts.Cases;

/// <summary>Nobody works in an office any more. Published in the transaction that ends the last membership; Places takes an open office back to "not open".</summary>
/// <param name="OfficeId">The office. One that Places does not know, or that is not open, stays as it is.</param>
public sealed record OfficeUnstaffed(Guid OfficeId) : INotification;
