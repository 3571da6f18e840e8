using MediatR;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;

namespace OurVoice.Contracts.Intake;

/// <summary>
/// A citizen has sent something. Published inside the transaction that stores it; Cases opens and routes the case in the
/// same transaction. The submission's id is the case's id, and the case's keys exist already.
/// </summary>
/// <param name="CaseId">Id of submission and case.</param>
/// <param name="Side">Whose case it is from the start (TI for corruption and "send to TI only").</param>
/// <param name="Route">What routing needs.</param>
/// <param name="Confidential">True: the office never sees who wrote it unless a head opens the identity with a reason.</param>
/// <param name="Language">The language the citizen wrote in.</param>
/// <param name="MayBeTold">Channel on which the citizen asked to be told of an answer; null for none.</param>
/// <param name="SealedAccusedName">The accused person's name sealed under the case key for cases_accused, or null.</param>
/// <param name="Actor">The citizen and the instant.</param>
public sealed record SubmissionSent(
    Guid CaseId, Side Side, RouteQuestion Route, bool Confidential, Lang Language, Channel? MayBeTold,
    byte[]? SealedAccusedName, Actor Actor) : INotification
{
    /// <summary>Taken in by an officer for a citizen: <see cref="Actor"/> is the officer, and somebody else may know the code.</summary>
    public bool Assisted { get; init; }

    /// <summary>Keyed marks of the story, good for one day: stories that are nearly the same have one in common. Empty without a story.</summary>
    public IReadOnlyList<Guid> Likeness { get; init; } = [];
}

/// <summary>A citizen wrote on the tracking page; the words are Intake's, sealed.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="MessageId">The message's id in Intake.</param>
/// <param name="Actor">The citizen and the instant.</param>
public sealed record CitizenReplied(Guid CaseId, Guid MessageId, Actor Actor) : INotification;

/// <summary>The citizen withdrew; offices lose sight of the case at once.</summary>
public sealed record SubmissionWithdrawn(Guid CaseId, Actor Actor) : INotification;

/// <summary>The citizen took back that it is solved, before that counted; of an assisted case only.</summary>
public sealed record JudgementTakenBack(Guid CaseId, Actor Actor) : INotification;

/// <summary>The citizen took the withdrawal back, within 30 days.</summary>
public sealed record WithdrawalUndone(Guid CaseId, Actor Actor) : INotification;

/// <summary>The citizen said whether the answer solved it.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Verdict">Yes, partly or no.</param>
/// <param name="MessageId">The reason in Intake's messages, or null.</param>
/// <param name="Actor">The citizen and the instant.</param>
public sealed record CitizenJudged(Guid CaseId, Verdict Verdict, Guid? MessageId, Actor Actor) : INotification;

/// <summary>The citizen answered Transparency International's question whether the case may be passed on, or took a given leave back.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="ConsentId">The consent, from <see cref="ConsentQuestion"/>.</param>
/// <param name="IsGiven">True: it may be passed on to that body.</param>
/// <param name="ActId">Id of the act of the tracking page, and of its step.</param>
/// <param name="Actor">The citizen and the instant.</param>
public sealed record ConsentAnswered(Guid CaseId, Guid ConsentId, bool IsGiven, Guid ActId, Actor Actor) : INotification;

/// <summary>The citizen added files on the tracking page; they are Intake's, sealed, and name this act.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="ActId">Id of the act and of its step; <see cref="SubmissionFile.AddedWith"/> of the files.</param>
/// <param name="Actor">The citizen and the instant.</param>
public sealed record FilesAdded(Guid CaseId, Guid ActId, Actor Actor) : INotification;

/// <summary>The citizen accepted the fee asked for information; delivery is counted from now.</summary>
public sealed record FeeAccepted(Guid CaseId, Actor Actor) : INotification;

/// <summary>
/// The citizen named somebody else whom the case is about. Cases excludes whoever that is in this very transaction, whatever the
/// hour; the office that keeps the case reads of it like of every act of the citizen.
/// </summary>
/// <param name="CaseId">The case.</param>
/// <param name="NamingId">The act; also the row for which the name is sealed.</param>
/// <param name="Named">Who.</param>
/// <param name="Actor">The citizen and the instant.</param>
public sealed record CitizenNamed(Guid CaseId, Guid NamingId, NamedPerson Named, Actor Actor) : INotification;

/// <summary>Somebody a case is about. At least one of office, role and name is given.</summary>
/// <param name="OfficeId">An office of the government; null for the office the case is about, if a role is given.</param>
/// <param name="Role">A role from the list, or null.</param>
/// <param name="SealedName">A name, sealed at <see cref="AccusedName.At"/>, or null.</param>
/// <param name="Names">All names given so far and this one, opened before the transaction, for the conflict rule.</param>
public sealed record NamedPerson(Guid? OfficeId, AccusedRole? Role, byte[]? SealedName, IReadOnlyList<Unlogged> Names);

/// <summary>The citizen said whether an office that is excluded from the case may be asked for a statement.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="ActId">The act.</param>
/// <param name="StatementId">Which one, see <see cref="CaseProgress.Consent"/>.</param>
/// <param name="Agrees">False: the next office above it is asked instead.</param>
/// <param name="Actor">The citizen and the instant.</param>
public sealed record StatementConsented(Guid CaseId, Guid ActId, Guid StatementId, bool Agrees, Actor Actor) : INotification;

/// <summary>Content is marked for erasing: after retention or 30 days after withdrawal. A sweep then deletes the key.</summary>
public sealed record SubmissionErased(Guid CaseId, Actor Actor) : INotification;
