using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Host;
using OurVoice.Web.Sealing.Masters;

namespace OurVoice.Web.Audit;

/// <summary>See <see cref="IAuditInAct"/>.</summary>
internal sealed class AuditInAct(OurVoiceDb db, MasterKeys masters) : IAuditInAct
{
    public async Task AddAsync(AuditNote note, CancellationToken cancel)
    {
        var account = AuditTrail.Check(note);
        var side = await db.Set<Account>().Where(a => a.Id == account).Select(a => (Side?)a.Side).SingleOrDefaultAsync(cancel)
            ?? throw new ArgumentException("The audit knows no such account.", nameof(note));
        var batch = new AuditBatch([note]);
        await (side == Side.Ti
            ? new AppendNotes<TiAuditRow>(db, masters).ExecuteAsync(side, batch, note.Actor, cancel)
            : new AppendNotes<GovernmentAuditRow>(db, masters).ExecuteAsync(side, batch, note.Actor, cancel));
    }
}
