using MediatR;
using OurVoice.Contracts.Host;

namespace OurVoice.Contracts.Cases;

/// <summary>A case stands in the list of the office that received it first.</summary>
/// <param name="CaseId">The case, and the submission.</param>
/// <param name="OfficeId">The office.</param>
/// <param name="Actor">The citizen and the instant of sending.</param>
public sealed record CaseOpened(Guid CaseId, Guid OfficeId, Actor Actor) : INotification;

/// <summary>An office gave its answer; the citizen is asked whether it solved the matter.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="OfficeId">The office that answered.</param>
/// <param name="Actor">The officer and the instant.</param>
public sealed record CaseAnswered(Guid CaseId, Guid OfficeId, Actor Actor) : INotification;

/// <summary>A case was closed, by an office or by the citizen who said that it is solved.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Outcome">How.</param>
/// <param name="Actor">Who and when.</param>
public sealed record CaseClosed(Guid CaseId, CaseOutcome Outcome, Actor Actor) : INotification;

/// <summary>
/// A complaint was handed to Transparency International: from this transaction on no account of the government reads it. Whatever
/// of it still waits on the government's side (notices, statements) ends now.
/// </summary>
/// <param name="CaseId">The case.</param>
/// <param name="FromOfficeId">The office that had it.</param>
/// <param name="Actor">The officer and the instant.</param>
public sealed record CaseHandedToTi(Guid CaseId, Guid FromOfficeId, Actor Actor) : INotification;

/// <summary>A case stands one level higher: its target was overdue, or the citizen said that it was not solved.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="FromOfficeId">The office that had it.</param>
/// <param name="ToOfficeId">The office that has it now.</param>
/// <param name="Cycle">1 at first, one more at each reopening.</param>
/// <param name="Level">The level reached; 1 for the first climb.</param>
/// <param name="Actor">The system or the citizen, and the instant.</param>
public sealed record CaseMovedUp(Guid CaseId, Guid FromOfficeId, Guid ToOfficeId, int Cycle, int Level, Actor Actor) : INotification;

/// <summary>A case has been closed for as long as its kind is kept: its words and files are to go for good.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Actor">The system and the instant.</param>
public sealed record KeepingEnded(Guid CaseId, Actor Actor) : INotification;

/// <summary>A case has been closed for as long as names and contacts are kept: the identity is to go, the words may stay.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Actor">The system and the instant.</param>
public sealed record IdentityKeepingEnded(Guid CaseId, Actor Actor) : INotification;
