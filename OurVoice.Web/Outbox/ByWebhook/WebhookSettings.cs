using System.Text;
using OurVoice.Web.Settings;

namespace OurVoice.Web.Outbox.ByWebhook;

/// <summary>A system of the Ministry that wants to hear when something happened. The government's side only.</summary>
/// <param name="Address">Where it listens.</param>
/// <param name="Secret">Shared with it; signs what we say.</param>
internal sealed record WebhookSettings(Uri Address, byte[] Secret)
{
    private const string AddressName = "OurVoice:Webhook:Address";
    private const string SecretName = "OurVoice:Webhook:Secret";
    private const int Shortest = 32;

    public static IReadOnlyList<string> Names { get; } = [AddressName, SecretName];

    /// <summary>Null when nobody listens.</summary>
    public static WebhookSettings? Read(IConfiguration configuration)
    {
        var (address, secret) = (configuration[AddressName]?.Trim(), configuration[SecretName]?.Trim() ?? "");
        if (string.IsNullOrEmpty(address))
        {
            return secret.Length == 0 ? null : throw new SettingWrong($"{SecretName} is set and {AddressName} is not. Name the address that listens, or remove the secret.");
        }

        return secret.Length >= Shortest
            ? new(WebAddress.Read(AddressName, address, "https://systems.example.gov.kh/our-voice"), Encoding.UTF8.GetBytes(secret))
            : throw new SettingWrong($"{SecretName} has {secret.Length} characters. It must have at least {Shortest}, drawn at random: who knows it can speak in our name.");
    }
}
