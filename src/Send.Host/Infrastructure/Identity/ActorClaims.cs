using System.Security.Claims;
using Send.Core.Staff;

namespace Send.Host.Infrastructure.Identity;

/// <summary>A staff member as claims, the same in the cookie of the pages and in the API's token.</summary>
internal static class ActorClaims
{
    public const string Language = "lang";

    public static IEnumerable<Claim> Of(StaffMember member) =>
    [
        new(ClaimTypes.NameIdentifier, member.Id.ToString("D")),
        new(ClaimTypes.Name, member.DisplayName),
        new(Language, member.Language),
        .. member.RoleList.Select(role => new Claim(ClaimTypes.Role, role.ToString())),
    ];

    /// <summary>The signed-in person; throws where nobody is signed in, which authorization keeps from happening.</summary>
    public static Actor Actor(this ClaimsPrincipal user) => user.FindActor() ?? throw new InvalidOperationException("Nobody is signed in.");

    /// <summary>The signed-in person, or null.</summary>
    public static Actor? FindActor(this ClaimsPrincipal user)
    {
        ArgumentNullException.ThrowIfNull(user);
        return Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var id)
            ? new(
                id,
                user.FindFirstValue(ClaimTypes.Name) ?? "",
                user.FindFirstValue(Language) ?? "en",
                [.. user.FindAll(ClaimTypes.Role).Select(claim => Enum.TryParse<StaffRole>(claim.Value, out var role) ? role : (StaffRole?)null).OfType<StaffRole>()])
            : null;
    }
}
