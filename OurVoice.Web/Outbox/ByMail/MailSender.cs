using System.Globalization;
using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Security.Authentication;
using System.Text;
using OurVoice.Contracts.Host;

namespace OurVoice.Web.Outbox.ByMail;

/// <summary>Hands a message to the mail server. A server's words are never kept: they may quote the address.</summary>
/// <param name="settings">Which server.</param>
/// <param name="limit">How long one message may take.</param>
internal sealed class MailSender(MailSettings settings, TimeSpan limit) : IChannelSender
{
    public async Task<SendResult> SendAsync(OutgoingMessage message, CancellationToken cancel)
    {
        using var clock = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        clock.CancelAfter(limit);
        try
        {
            using var client = Client();
            using var mail = Write(message);

            // A server that takes the connection and says nothing would hold the client beyond its token.
            await client.SendMailAsync(mail, clock.Token).WaitAsync(clock.Token);
            return SendResult.Good;
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new SendResult("mail-timeout", ForGood: false);
        }
        catch (SmtpException e)
        {
            return Fault(e);
        }
    }

    private SmtpClient Client() => new(settings.Host, settings.Port)
    {
        EnableSsl = settings.IsEncrypted,
        Credentials = settings.User is { } user ? new NetworkCredential(user, settings.Password) : null,
    };

    private MailMessage Write(OutgoingMessage message)
    {
        var mail = new MailMessage(settings.From, message.Address)
        {
            Subject = message.Subject, SubjectEncoding = Encoding.UTF8,
            Body = message.Body, BodyEncoding = Encoding.UTF8, BodyTransferEncoding = TransferEncoding.Base64,
        };
        mail.Headers["Message-ID"] = $"<{message.MessageId:N}@{settings.From[(settings.From.IndexOf('@', StringComparison.Ordinal) + 1)..]}>";
        mail.Headers["Auto-Submitted"] = "auto-generated";
        mail.Headers["Content-Language"] = message.Language.Code();
        return mail;
    }

    // A recipient refused for ever stays refused. Any other "no" (a password, a policy, a full disk) can be mended on either side.
    private static SendResult Fault(SmtpException error)
    {
        var code = (int)error.StatusCode;
        return error switch
        {
            { InnerException: AuthenticationException } => new("mail-tls", ForGood: false),
            SmtpFailedRecipientException when code >= 500 => new("mail-recipient", ForGood: true),
            _ when code > 0 => new(string.Create(CultureInfo.InvariantCulture, $"mail-{code / 100}xx"), ForGood: false),
            _ => new("mail-unreachable", ForGood: false),
        };
    }
}
