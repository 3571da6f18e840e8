using System.Buffers.Binary;
using System.Buffers.Text;
using OurVoice.Contracts.Host;

namespace OurVoice.Intake.Track;

/// <summary>What a citizen can do on the page; the number makes the ids of two verbs of one form differ.</summary>
internal enum TrackVerb : byte
{
    Reply = 1,
    Judge = 2,
    Withdraw = 3,
    UndoWithdrawal = 4,
    AcceptFee = 5,
    Consent = 6,
    AddFiles = 7,
    Name = 11,
    Statement = 12,
    TakeBack = 13,
}

/// <summary>
/// What the page holds sealed after a good code: whose case, until when, and the id under which the acts of this very form are
/// done. A page that asks for the code again holds it without a case.
/// </summary>
internal readonly record struct TrackToken(Guid CaseId, Guid ActId, DateTime GoodUntil)
{
    public ActOn IdOf(TrackVerb verb)
    {
        Span<byte> id = stackalloc byte[16];
        ActId.TryWriteBytes(id);
        id[15] ^= (byte)verb;
        return new ActOn(CaseId, new Guid(id));
    }
}

/// <summary>Seals and opens the tokens. A foreign, changed or missing one is null; an expired one opens and says so by its time.</summary>
internal sealed class TrackTokens(ISiteSeal seal)
{
    private const string Purpose = "track";
    private const int Length = 40;

    public string Seal(TrackToken token)
    {
        Span<byte> data = stackalloc byte[Length];
        token.CaseId.TryWriteBytes(data);
        token.ActId.TryWriteBytes(data[16..]);
        BinaryPrimitives.WriteInt64BigEndian(data[32..], token.GoodUntil.Ticks);
        return Base64Url.EncodeToString(seal.Seal(Purpose, data, []));
    }

    public TrackToken? Open(string? text)
    {
        if (text is not { Length: > 0 and < 500 } || !Base64Url.IsValid(text)
            || seal.Open(Purpose, Base64Url.DecodeFromChars(text), []) is not { Length: Length } data)
        {
            return null;
        }

        var until = new DateTime(BinaryPrimitives.ReadInt64BigEndian(data.AsSpan(32)), DateTimeKind.Utc);
        return new TrackToken(new Guid(data.AsSpan(0, 16)), new Guid(data.AsSpan(16, 16)), until);
    }
}
