using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using OurVoice.Contracts.Host;

namespace OurVoice.Web.Accounts;

/// <summary>An open page asks every half minute whether its account may still be signed in.</summary>
internal sealed class DeskAuthenticationState(ILoggerFactory logs, IServiceScopeFactory scopes) : RevalidatingServerAuthenticationStateProvider(logs)
{
    protected override TimeSpan RevalidationInterval => TimeSpan.FromSeconds(30);

    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var signIn = scope.ServiceProvider.GetRequiredService<DeskSignIn>();
            return await signIn.ValidateSecurityStampAsync(authenticationState.User) is not null;
        }
        catch (ObjectDisposedException)
        {
            // The server is stopping, and this page with it.
            return false;
        }
    }
}
