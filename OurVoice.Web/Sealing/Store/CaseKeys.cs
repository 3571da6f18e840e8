using OurVoice.Contracts.Host;

namespace OurVoice.Web.Sealing.Store;

internal sealed class CaseKeys(KeyDatabase database, CaseKeyWrap wrap, TimeProvider time) : ICaseKeys
{
    public async Task<CaseKey> CreateAsync(Guid caseId, Side side, CancellationToken cancel)
    {
        var madeOn = time.GetUtcNow().UtcDateTime.Date.AddDays(1);
        var added = await database.WriteAsync(
            async session =>
                await session.InsertAsync(NewRow(caseId, KeyBox.Content, side), madeOn, cancel)
                + await session.InsertAsync(NewRow(caseId, KeyBox.Identity, side), madeOn, cancel),
            cancel);
        if (added == 0)
        {
            // An earlier sending failed after this point; the citizen may have chosen another reader since.
            await ChangeSideAsync(caseId, side, cancel);
        }

        // Read back: whoever came first decided what the key is.
        return await FindAsync(caseId, cancel) ?? throw new SealBroken("the key of a case, deleted while it was made");
    }

    public Task<CaseKey?> FindAsync(Guid caseId, CancellationToken cancel) => FindAsync(caseId, KeyBox.Content, cancel);

    public Task<CaseKey?> FindIdentityAsync(Guid caseId, CancellationToken cancel) => FindAsync(caseId, KeyBox.Identity, cancel);

    public async Task<bool> ChangeSideAsync(Guid caseId, Side to, CancellationToken cancel)
    {
        var changed = await database.WriteAsync(session => RewrapAsync(session, caseId, to, cancel), cancel);
        await database.ForgetDeletedAsync(cancel);
        return changed > 0;
    }

    public async Task DeleteAsync(Guid caseId, CancellationToken cancel)
    {
        await database.WriteAsync(session => session.DeleteAsync(caseId, cancel), cancel);
        await database.ForgetDeletedAsync(cancel);
    }

    public async Task DeleteIdentityAsync(Guid caseId, CancellationToken cancel)
    {
        await database.WriteAsync(session => session.DeleteAsync(caseId, KeyBox.Identity, cancel), cancel);
        await database.ForgetDeletedAsync(cancel);
    }

    public async Task<IReadOnlyList<CaseKeyMade>> ListAsync(DateTime madeBefore, CaseKeyMade? after, int count, CancellationToken cancel) =>
        await database.ReadAsync(s => s.ListAsync(madeBefore, after ?? new CaseKeyMade(Guid.Empty, DateTime.MinValue), count, cancel), cancel);

    private async Task<int> RewrapAsync(KeyStoreSession session, Guid caseId, Side to, CancellationToken cancel)
    {
        var rows = await session.FindAsync(KeyBox.Content, caseId, cancel);
        rows.AddRange(await session.FindAsync(KeyBox.Identity, caseId, cancel));
        foreach (var row in rows)
        {
            await session.UpdateAsync(row with { Side = to, Wrapped = wrap.Rewrap(row, to) }, cancel);
        }

        return rows.Count;
    }

    private async Task<CaseKey?> FindAsync(Guid caseId, KeyBox box, CancellationToken cancel)
    {
        var rows = await database.ReadAsync(s => s.FindAsync(box, caseId, cancel), cancel);
        return rows.Count == 0 ? null : wrap.Open(rows[0]);
    }

    private CaseKeyRow NewRow(Guid caseId, KeyBox box, Side side) => new(caseId, box, side, wrap.WrapNew(caseId, box, side));
}
