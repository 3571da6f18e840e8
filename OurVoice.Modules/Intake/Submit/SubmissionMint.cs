using System.Security.Cryptography;
using OurVoice.Contracts.Host;
using OurVoice.Intake.Receipt;

namespace OurVoice.Intake.Submit;

/// <summary>
/// Makes a draft's id and code from its nonce, so that an older page of the same draft, sent from a second tab or after
/// "back", is the same submission. Without the site's key neither follows from the nonce. It is the key of the hour in which
/// the draft began, or a rotation would make two submissions of one draft.
/// </summary>
internal sealed class SubmissionMint(IMasterKeys keys)
{
    private const string Purpose = "submission";
    private const int IdBytes = 16;

    public (Guid Id, ReceiptCode Code) Of(Draft draft)
    {
        var key = keys.DeriveAt(null, Purpose, DateTime.UnixEpoch.AddSeconds(draft.Made));
        var bytes = HMACSHA512.HashData(key, draft.Nonce.ToByteArray());
        var id = bytes.AsSpan(0, IdBytes);

        // Marked as a random Guid, like every other id.
        id[6] = (byte)((id[6] & 0x0F) | 0x40);
        id[8] = (byte)((id[8] & 0x3F) | 0x80);
        return (new Guid(id, bigEndian: true), ReceiptCode.From(bytes.AsSpan(IdBytes)));
    }
}
