namespace OurVoice.Contracts.Host;

/// <summary>How something leaves the house.</summary>
public enum Channel
{
    /// <summary>E-mail.</summary>
    Email,

    /// <summary>SMS through the configured gateway.</summary>
    Sms,

    /// <summary>Telegram; officers only.</summary>
    Telegram,

    /// <summary>A system of the Ministry; the government's side only.</summary>
    Webhook,
}

/// <summary>
/// A notice to one recipient, without content: its text depends on the template, the language and nothing else, so that
/// reading it tells nobody anything about a case.
/// </summary>
/// <param name="Key">Unique key, at most 120 characters: case, cycle, level, kind, recipient with 0 for none. A second row
/// with the same key is not added.</param>
/// <param name="Side">Whose outbox it goes into.</param>
/// <param name="Template">Name of the template; the host's MailText resources hold <c>{Template}_Subject</c> and <c>{Template}_Body</c>.</param>
/// <param name="AccountId">The officer to tell, or null for a citizen.</param>
/// <param name="CaseId">The case whose citizen is to be told, or null for an officer. The address is asked for when it is sent.</param>
/// <param name="Channel">The way to send it.</param>
/// <param name="Language">Language of the text.</param>
/// <param name="NotBefore">UTC; the sender leaves it until then.</param>
public sealed record OutboxNotice(
    string Key, Side Side, string Template, Guid? AccountId, Guid? CaseId, Channel Channel, Lang Language, DateTime NotBefore);

/// <summary>The templates there are. Their texts stand in the host's MailText resources.</summary>
public static class Templates
{
    /// <summary>To an officer: a new case stands in your office's list.</summary>
    public const string OfficerCaseArrived = nameof(OfficerCaseArrived);

    /// <summary>To an officer: a case has climbed to your office.</summary>
    public const string OfficerCaseClimbed = nameof(OfficerCaseClimbed);

    /// <summary>To a head: another office of the same level has passed a case on to your office.</summary>
    public const string OfficerCaseTransferred = nameof(OfficerCaseTransferred);

    /// <summary>To a head: a case is back in your office's queue, as whoever had it is not there.</summary>
    public const string OfficerCaseReturned = nameof(OfficerCaseReturned);

    /// <summary>To an officer: your office is asked for a statement.</summary>
    public const string OfficerStatementAsked = nameof(OfficerStatementAsked);

    /// <summary>To a citizen who asked for it: there is news. Says nothing of a case.</summary>
    public const string CitizenNews = nameof(CitizenNews);

    /// <summary>To an officer, once a day at most: something of yours is due or will be. Asked again when it is sent, see the question IDueWork.</summary>
    public const string OfficerDigest = nameof(OfficerDigest);

    /// <summary>To a citizen who asked for it: the office waits for an answer. Says nothing of a case.</summary>
    public const string CitizenWaiting = nameof(CitizenWaiting);

    /// <summary>To the head of Transparency International: the list of last week's openings of identities is there.</summary>
    public const string IdentityWeek = nameof(IdentityWeek);

    /// <summary>To an officer: administrators changed how your account signs in.</summary>
    public const string YourAccountReset = nameof(YourAccountReset);

    /// <summary>To an officer: a message to try the chosen way, asked for by the officer.</summary>
    public const string OfficerTest = nameof(OfficerTest);

    /// <summary>To an officer's new number: the code that shows that it is the officer's. The only text that is not the same for all.</summary>
    public const string OfficerPhoneCode = nameof(OfficerPhoneCode);

    /// <summary>To a head: administrators changed how an account of your office signs in.</summary>
    public const string MemberAccountReset = nameof(MemberAccountReset);
}

/// <summary>Adds notices to the outbox inside the running action's transaction.</summary>
public interface IOutbox
{
    /// <summary>Adds the row to the action's context; it is sent after the commit by the sender, never by the action.</summary>
    Task AddAsync(OutboxNotice notice, CancellationToken cancel);

    /// <summary>
    /// Takes back, inside the running action's transaction, what waits for these officers under keys that begin so: they must not
    /// hear of it any more. What is being sent or was sent stays.
    /// </summary>
    Task TakeBackAsync(Side side, string keysBeginWith, IReadOnlyCollection<Guid> accountIds, CancellationToken cancel);
}

/// <summary>Question to the module that holds citizens' contacts: where may the citizen of this case be told something?</summary>
public interface ICitizenContacts
{
    /// <summary>The address or number in clear, or null when there is none (any more). Never stored, never logged.</summary>
    Task<string?> FindAsync(Guid caseId, Channel channel, CancellationToken cancel);
}
