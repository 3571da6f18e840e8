using System.Security;
using System.Text.Json;

namespace OurVoice.Web.Outbox.BySms;

/// <summary>
/// The form a gateway wants, with blanks: <c>{to}</c> the number as +85512345678, <c>{number}</c> without the plus,
/// <c>{text}</c>, <c>{id}</c> the same for every attempt. What is filled in is escaped as the form's kind asks.
/// </summary>
internal sealed class SmsBlank(string text, Func<string, string> escape)
{
    public bool HasNumber => text.Contains("{to}", StringComparison.Ordinal) || text.Contains("{number}", StringComparison.Ordinal);

    public bool HasText => text.Contains("{text}", StringComparison.Ordinal);

    public static SmsBlank Address(string text) => new(text, Uri.EscapeDataString);

    /// <summary>Null when it is not known how to escape in this type.</summary>
    public static SmsBlank? Body(string text, string type) => type.Split(';')[0].Trim().ToUpperInvariant() switch
    {
        "APPLICATION/JSON" => new(text, t => JsonEncodedText.Encode(t).ToString()),
        "APPLICATION/X-WWW-FORM-URLENCODED" => new(text, Uri.EscapeDataString),
        "APPLICATION/XML" or "TEXT/XML" => new(text, t => SecurityElement.Escape(t)),
        "TEXT/PLAIN" => new(text, t => t),
        _ => null,
    };

    public string Fill(OutgoingMessage message) => text
        .Replace("{to}", escape(message.Address), StringComparison.Ordinal)
        .Replace("{number}", escape(message.Address.TrimStart('+')), StringComparison.Ordinal)
        .Replace("{id}", message.MessageId.ToString("N"), StringComparison.Ordinal)
        .Replace("{text}", escape(message.Subject), StringComparison.Ordinal);
}
