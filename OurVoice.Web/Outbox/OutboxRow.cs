using OurVoice.Contracts.Host;

namespace OurVoice.Web.Outbox;

/// <summary>Where an outbox row stands.</summary>
public enum OutboxState
{
    Queued,
    Sending,
    Sent,
    Dead,

    /// <summary>Nothing was left to tell when its time came.</summary>
    NotNeeded,

    /// <summary>A dead letter that an administrator gave up; the audit says why.</summary>
    Discarded,
}

/// <summary>
/// Something that leaves the house, written in the transaction of its cause. It holds no address and no content: the
/// address is asked for when it is sent, the text comes from the template. The two sides have tables of their own.
/// </summary>
internal abstract class OutboxRow
{
    public Guid Id { get; init; }

    public string Key { get; init; } = "";

    public string Template { get; init; } = "";

    public Guid? AccountId { get; init; }

    public Guid? CaseId { get; init; }

    public Channel Channel { get; init; }

    public Lang Language { get; init; }

    /// <summary>The same in every attempt, so that a receiver can tell a repetition.</summary>
    public Guid MessageId { get; init; }

    public DateTime NotBefore { get; private set; }

    public OutboxState State { get; private set; }

    /// <summary>A process died between sending and noting it: it may have arrived twice.</summary>
    public bool PerhapsTwice { get; private set; }

    public int Attempts { get; private set; }

    /// <summary>Code of the last failure, never a provider's text (it may quote an address).</summary>
    public string? Fault { get; private set; }

    public DateTime ClaimedUntil { get; private set; }

    public int Version { get; private set; }

    /// <summary>The case that it is about, or the other thing of which its key begins with the id.</summary>
    public Guid? About => CaseId ?? (Guid.TryParseExact(Key.Split(':')[0], "N", out var about) ? about : null);

    public static T From<T>(OutboxNotice notice)
        where T : OutboxRow, new()
    {
        var row = new T
        {
            Id = Guid.NewGuid(), Key = notice.Key, Template = notice.Template, AccountId = notice.AccountId, CaseId = notice.CaseId,
            Channel = notice.Channel, Language = notice.Language, MessageId = Guid.NewGuid(),
        };
        row.NotBefore = notice.NotBefore;
        return row;
    }

    /// <summary>The row is committed as being sent before anything is sent. False: it died twice and is a dead letter.</summary>
    public bool Begin(DateTime now)
    {
        Version++;
        if (State == OutboxState.Sending && PerhapsTwice)
        {
            (State, Fault) = (OutboxState.Dead, "crashed-twice");
            return false;
        }

        PerhapsTwice |= State == OutboxState.Sending;
        (State, Attempts, ClaimedUntil) = (OutboxState.Sending, Attempts + 1, now + Claim);
        return true;
    }

    public void Sent()
    {
        Version++;
        (State, Fault, ClaimedUntil) = (OutboxState.Sent, null, default);
    }

    public void NotNeeded()
    {
        Version++;
        (State, Fault, ClaimedUntil) = (OutboxState.NotNeeded, null, default);
    }

    /// <summary>Tried again after 1, 4, 9, ... minutes; after the last try it is a dead letter.</summary>
    public void Failed(string fault, bool forGood, DateTime now)
    {
        Version++;
        Fault = fault;
        State = forGood || Attempts >= MostAttempts ? OutboxState.Dead : OutboxState.Queued;
        (ClaimedUntil, NotBefore) = (default, RoundUp(now + TimeSpan.FromMinutes(Attempts * Attempts)));
    }

    /// <summary>A dead letter is tried again; after its last try one failure makes it a dead letter again.</summary>
    public void Resend(DateTime notBefore)
    {
        Version++;
        (State, Fault, NotBefore) = (OutboxState.Queued, null, notBefore);
    }

    public void Discard()
    {
        Version++;
        State = OutboxState.Discarded;
    }

    /// <summary>How long a sender may take before another one thinks that it died.</summary>
    public static readonly TimeSpan Claim = TimeSpan.FromMinutes(5);

    private const int MostAttempts = 8;

    // An exact instant beside a case tells when somebody acted.
    private static DateTime RoundUp(DateTime instant) =>
        new(((instant.Ticks / TimeSpan.TicksPerMinute / 5) + 1) * 5 * TimeSpan.TicksPerMinute, DateTimeKind.Utc);
}

internal sealed class GovernmentOutboxRow : OutboxRow;

internal sealed class TiOutboxRow : OutboxRow;
