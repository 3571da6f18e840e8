using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.Statements;

/// <summary>See <see cref="IStatementKeys"/>.</summary>
internal sealed class StatementKeys(IDbContextFactory<OurVoiceDb> databases) : IStatementKeys
{
    public async Task<IReadOnlySet<Guid>> InUseAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Set<Statement>().Where(s => ids.Contains(s.Id) && s.KeptFrom != null).Select(s => s.Id).ToHashSetAsync(cancel);
    }
}
