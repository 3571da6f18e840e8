using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OurVoice.Contracts.Host;
using OurVoice.Web.Accounts.Notices;

namespace OurVoice.Web.Outbox;

/// <summary>How a notice reaches its recipient, as it stands now.</summary>
/// <param name="Code">What a person is to type in; for the message that carries it only.</param>
internal readonly record struct Way(Channel Channel, string Address, Lang Language, string? Code = null);

/// <summary>Finds the way at the last moment and writes the template's text in the reader's language.</summary>
internal sealed class OutgoingText(
    IDbContextFactory<OurVoiceDb> databases, IServiceScopeFactory scopes, Ways ways, NoticeCodes codes, IStringLocalizer<MailText> words)
{
    /// <summary>Null when the recipient cannot be reached (any more). Officers choose their way themselves; a citizen asked for one.</summary>
    public async Task<Way?> FindAsync(OutboxRow row, DateTime now, CancellationToken cancel)
    {
        if (row.Channel == Channel.Webhook)
        {
            return new(row.Channel, "", row.Language);
        }

        if (row.AccountId is Guid id)
        {
            await using var db = await databases.CreateDbContextAsync(cancel);
            var account = await db.Set<Account>().AsNoTracking().SingleOrDefaultAsync(a => a.Id == id && a.DisabledAt == null, cancel);
            return account is null ? null
                : row.Template == Templates.OfficerPhoneCode ? await ToNewNumberAsync(account, now, cancel)
                : ways.To(account);
        }

        await using var scope = scopes.CreateAsyncScope();
        var contacts = scope.ServiceProvider.GetService<ICitizenContacts>();
        return row.CaseId is Guid caseId && contacts is not null && await contacts.FindAsync(caseId, row.Channel, cancel) is { } address
            ? new(row.Channel, address, row.Language)
            : null;
    }

    private async Task<Way?> ToNewNumberAsync(Account account, DateTime now, CancellationToken cancel) =>
        account is { PhoneNumber: { } number, PhoneNumberConfirmed: false } && await codes.FindAsync(account.Id, Channel.Sms, now, cancel) is { } code
            ? new(Channel.Sms, number, account.Language, code)
            : null;

    public OutgoingMessage Write(OutboxRow row, Side side, Way way)
    {
        if (way.Channel == Channel.Webhook)
        {
            return new(row.MessageId, side, way.Channel, way.Address, way.Language, row.Template, "");
        }

        CultureInfo.CurrentUICulture = way.Language.Culture();
        var subject = words[row.Template + "_Subject", way.Code ?? ""];
        var body = words[row.Template + "_Body", way.Code ?? ""];
        if (subject.ResourceNotFound || body.ResourceNotFound)
        {
            throw new InvalidOperationException($"There is no template {row.Template}.");
        }

        return new(row.MessageId, side, way.Channel, way.Address, way.Language, subject, body);
    }
}
