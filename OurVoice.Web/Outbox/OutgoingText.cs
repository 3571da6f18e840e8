using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OurVoice.Contracts.Host;

namespace OurVoice.Web.Outbox;

/// <summary>How a notice reaches its recipient, as it stands now.</summary>
internal readonly record struct Way(Channel Channel, string Address, Lang Language);

/// <summary>Finds the way at the last moment and writes the template's text in the reader's language.</summary>
internal sealed class OutgoingText(
    IDbContextFactory<OurVoiceDb> databases, IServiceScopeFactory scopes, Ways ways, IStringLocalizer<MailText> words)
{
    /// <summary>Null when the recipient cannot be reached (any more). Officers choose their way themselves; a citizen asked for one.</summary>
    public async Task<Way?> FindAsync(OutboxRow row, CancellationToken cancel)
    {
        if (row.Channel == Channel.Webhook)
        {
            return new(row.Channel, "", row.Language);
        }

        if (row.AccountId is Guid id)
        {
            await using var db = await databases.CreateDbContextAsync(cancel);
            var account = await db.Set<Account>().AsNoTracking().SingleOrDefaultAsync(a => a.Id == id && a.DisabledAt == null, cancel);
            return account is null ? null : ways.To(account);
        }

        await using var scope = scopes.CreateAsyncScope();
        var contacts = scope.ServiceProvider.GetService<ICitizenContacts>();
        return row.CaseId is Guid caseId && contacts is not null && await contacts.FindAsync(caseId, row.Channel, cancel) is { } address
            ? new(row.Channel, address, row.Language)
            : null;
    }

    public OutgoingMessage Write(OutboxRow row, Side side, Way way)
    {
        if (way.Channel == Channel.Webhook)
        {
            return new(row.MessageId, side, way.Channel, way.Address, way.Language, row.Template, "");
        }

        CultureInfo.CurrentUICulture = way.Language.Culture();
        var subject = words[row.Template + "_Subject"];
        var body = words[row.Template + "_Body"];
        if (subject.ResourceNotFound || body.ResourceNotFound)
        {
            throw new InvalidOperationException($"There is no template {row.Template}.");
        }

        return new(row.MessageId, side, way.Channel, way.Address, way.Language, subject, body);
    }
}
