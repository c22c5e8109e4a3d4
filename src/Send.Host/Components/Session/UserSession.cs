using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Send.Core.Staff;
using Send.Host.Localization;

namespace Send.Host.Components.Session;

/// <summary>Who sits at this circuit. <see cref="LoadAsync"/> runs once, in the layout, before any page renders; it also tells <see cref="Dates"/> the reader's zone.</summary>
public sealed class UserSession(AuthenticationStateProvider authentication, IActorSource actors, Dates dates)
{
    private Actor? actor;

    /// <summary>The signed-in person; throws before the session is loaded or when nobody is signed in.</summary>
    public Actor Actor => actor ?? throw new InvalidOperationException("Nobody is signed in.");

    public bool IsSignedIn => actor is not null;

    /// <summary>True when the person may do that.</summary>
    public bool Can(Permission permission) => actor?.Can(permission) == true;

    /// <summary>Reads the person from the authentication state; harmless when called again.</summary>
    public async Task LoadAsync(CancellationToken ct)
    {
        if (actor is not null)
        {
            return;
        }

        var state = await authentication.GetAuthenticationStateAsync();
        if (state.User.Identity?.IsAuthenticated != true || await actors.FindAsync(state.User, ct) is not { } found)
        {
            return;
        }

        actor = found.Actor with { Language = Texts.Language };
        dates.Zone = TimeZoneInfo.TryFindSystemTimeZoneById(found.TimeZone, out var zone) ? zone : dates.Zone;
    }
}

/// <summary>Finds the staff member behind a signed-in principal.</summary>
public interface IActorSource
{
    /// <summary>The person with the IANA name of their time zone; null when the account is not active any more.</summary>
    Task<(Actor Actor, string TimeZone)?> FindAsync(ClaimsPrincipal user, CancellationToken ct);
}
