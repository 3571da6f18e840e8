using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Host;
using OurVoice.Web.Audit.Heads;
using OurVoice.Web.Sealing.Masters;

namespace OurVoice.Web.Audit.Cut;

/// <summary>
/// Takes away the rows up to a mark that already stands in the head file, and leaves a row of the chain that says so; both or neither.
/// Done twice it changes nothing.
/// </summary>
internal sealed class CutRows<TRow>(OurVoiceDb db, MasterKeys masters) : IAction
    where TRow : AuditRow, new()
{
    /// <returns>How many rows went.</returns>
    public async Task<int> ExecuteAsync(Side side, Head cut, Actor actor, CancellationToken cancel)
    {
        if (!await db.Set<TRow>().NotesOf(cut).AnyAsync(cancel))
        {
            await new AppendNotes<TRow>(db, masters).ExecuteAsync(side, new AuditBatch([CutNotes.Of(cut, actor)]), actor, cancel);
        }

        return await db.Set<TRow>().Where(r => r.Sequence <= cut.Sequence).ExecuteDeleteAsync(cancel);
    }}
