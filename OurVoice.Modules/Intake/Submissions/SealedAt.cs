using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using OurVoice.Contracts.Host;

namespace OurVoice.Intake.Submissions;

/// <summary>Where each sealed thing of this module stands, and how records become bytes.</summary>
internal static class SealedAt
{
    // Khmer as it is, not as \u escapes: a quarter shorter.
    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    };

    public static SealedField Words(Guid id) => new("intake_submissions", id, nameof(Submission.Words), 1);

    public static SealedField Statistics(Guid id) => new("intake_submissions", id, nameof(Submission.Statistics), 1);

    public static SealedField Identity(Guid id) => new("intake_identities", id, nameof(IdentityBox.Content), 1);

    public static SealedField Message(Guid id, Guid messageId) => new("intake_messages", id, nameof(Submissions.Message.Words), 1, messageId);

    public static byte[] Pack<T>(T record) => JsonSerializer.SerializeToUtf8Bytes(record, Json);

    public static T Unpack<T>(ReadOnlySpan<byte> bytes) =>
        JsonSerializer.Deserialize<T>(bytes, Json) ?? throw new SealBroken(typeof(T).Name);
}
