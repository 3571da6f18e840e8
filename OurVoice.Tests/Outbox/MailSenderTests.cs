using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using OurVoice.Contracts.Host;
using OurVoice.Web.Outbox;
using OurVoice.Web.Outbox.ByMail;

namespace OurVoice.Tests.Outbox;

/// <summary>With a real mail server on loopback.</summary>
public sealed class MailSenderTests
{
    [Fact]
    public async Task A_message_arrives_whole_with_the_id_of_its_row()
    {
        await using var peer = await SmtpPeer.StartAsync();
        var message = Message("sokha@example.org");
        Assert.Equal(SendResult.Good, await SendAsync(peer, message));
        var mail = await peer.NextAsync();
        Assert.Equal(("sokha@example.org", message.Body), (mail.To, mail.Body));
        Assert.Equal($"<{message.MessageId:N}@example.gov.kh>", mail.Header("Message-ID"));
        Assert.Equal("notices@example.gov.kh", mail.Header("From"));
        Assert.Equal("auto-generated", mail.Header("Auto-Submitted"));
        Assert.Contains("=?utf-8?", mail.Content, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Two_messages_of_a_template_differ_in_recipient_id_and_date_only()
    {
        await using var peer = await SmtpPeer.StartAsync();
        await SendAsync(peer, Message("a@example.org"));
        await SendAsync(peer, Message("somebody.else@example.com"));
        var (first, second) = (await peer.NextAsync(), await peer.NextAsync());
        Assert.NotEqual(first.Content, second.Content);
        Assert.Equal(first.Text, second.Text);
    }

    [Theory]
    [InlineData("gone@example.org", "mail-recipient", true)]
    [InlineData("busy@example.org", "mail-4xx", false)]
    public async Task A_refusal_becomes_our_code_and_only_the_final_one_is_for_good(string to, string fault, bool forGood)
    {
        await using var peer = await SmtpPeer.StartAsync();
        Assert.Equal(new SendResult(fault, forGood), await SendAsync(peer, Message(to)));
        Assert.False(peer.HasMore);
    }

    [Fact]
    public async Task The_right_password_sends_and_a_wrong_one_is_tried_again_later()
    {
        await using var peer = await SmtpPeer.StartAsync("auth");
        Assert.Equal(SendResult.Good, await SendAsync(peer, Message("a@example.org"), user: "tester", password: "secret"));
        Assert.Equal(new SendResult("mail-5xx", ForGood: false), await SendAsync(peer, Message("c@example.org")));

        // Seen with .NET's client: refused at LOGIN it waits for a word that never comes, so the fault may be called a timeout.
        var refused = await SendAsync(peer, Message("b@example.org"), user: "tester", password: "wrong", limit: TimeSpan.FromSeconds(1));
        Assert.True(refused is { Fault: "mail-timeout" or "mail-5xx", ForGood: false });
        await peer.NextAsync();
        Assert.False(peer.HasMore);
    }

    [Fact]
    public async Task A_certificate_nobody_vouches_for_and_a_server_without_any_get_nothing()
    {
        var folder = Directory.CreateTempSubdirectory("ov_tls_").FullName;
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2099, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var (cert, pem) = (Path.Combine(folder, "cert.pem"), Path.Combine(folder, "key.pem"));
        await File.WriteAllTextAsync(cert, certificate.ExportCertificatePem());
        await File.WriteAllTextAsync(pem, key.ExportPkcs8PrivateKeyPem());
        await using var stranger = await SmtpPeer.StartAsync("tls", cert, pem);
        Assert.Equal(new SendResult("mail-tls", ForGood: false), await SendAsync(stranger, Message("a@example.org"), encrypted: true));
        await using var open = await SmtpPeer.StartAsync();
        Assert.NotNull((await SendAsync(open, Message("a@example.org"), encrypted: true)).Fault);
        Assert.False(stranger.HasMore || open.HasMore);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_server_that_never_speaks_or_is_not_there_is_tried_again_later()
    {
        int port;
        await using (var peer = await SmtpPeer.StartAsync("mute"))
        {
            port = peer.Port;
            Assert.Equal(new SendResult("mail-timeout", ForGood: false), await SendAsync(peer, Message("a@example.org"), limit: TimeSpan.FromMilliseconds(300)));
        }

        var settings = new MailSettings("127.0.0.1", port, IsEncrypted: false, User: null, Password: null, "notices@example.gov.kh");
        Assert.Equal(new SendResult("mail-unreachable", ForGood: false), await new MailSender(settings, TimeSpan.FromMinutes(1)).SendAsync(Message("a@example.org"), default));
    }

    private static OutgoingMessage Message(string to) =>
        new(Guid.NewGuid(), Side.Government, Channel.Email, to, Lang.Km, "សំឡេងយើង៖ មានការងារថ្មីរង់ចាំអ្នក", "មានសំណុំរឿងថ្មីមកដល់ការិយាល័យរបស់អ្នក។ សូមចូលគណនីដើម្បីអាន។");

    private static Task<SendResult> SendAsync(SmtpPeer peer, OutgoingMessage message, bool encrypted = false, string? user = null, string? password = null, TimeSpan? limit = null) =>
        new MailSender(new("127.0.0.1", peer.Port, encrypted, user, password, "notices@example.gov.kh"), limit ?? TimeSpan.FromMinutes(1)).SendAsync(message, default);
}
