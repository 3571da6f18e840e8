using OurVoice.Contracts.Cases;

namespace OurVoice.Web.Accounts;

internal sealed class NoMemberships : IDeskMemberships
{
    public Task<IReadOnlyList<DeskMembership>> OfAsync(IReadOnlyCollection<Guid> accountIds, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<DeskMembership>>([]);
}
