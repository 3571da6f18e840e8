using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.Desk;

/// <summary>The person at the desk, as an actor of this moment.</summary>
internal sealed class Officer(AuthenticationStateProvider authentication, TimeProvider time)
{
    /// <summary>Null when nobody is signed in.</summary>
    public async Task<Actor?> NowAsync() => Of((await authentication.GetAuthenticationStateAsync()).User, time);

    public static Actor? Of(ClaimsPrincipal user, TimeProvider time) =>
        Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var account)
            ? Actor.Officer(time, account, officeId: null, DeskReader.Language)
            : null;
}
