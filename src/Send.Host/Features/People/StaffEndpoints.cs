using System.Security.Claims;
using Send.Core.Staff;
using Send.Host.Infrastructure.Identity;
using Send.Host.Infrastructure.Web;

namespace Send.Host.Features.People;

/// <summary>`/api/staff` and `/api/me`.</summary>
internal static class StaffEndpoints
{
    public static void MapStaff(this IEndpointRouteBuilder app)
    {
        app.MapApi("/staff", "Staff").MapGet("", ListAsync).Produces<IReadOnlyList<StaffRow>>().WithName("listStaff").WithSummary("The active colleagues by name.");
        app.MapApi("/me", "Staff").MapGet("", Me).Produces<MeView>().WithName("getMe").WithSummary("Who the token belongs to and what that person may do.");
    }

    private static async Task<IResult> ListAsync(EnumQuery<StaffRole>? role, StaffHandler handler, ClaimsPrincipal user, CancellationToken ct) =>
        (await handler.HandleAsync(new(role?.Value), user.Actor(), ct)).ToHttp();

    private static IResult Me(ClaimsPrincipal user)
    {
        var actor = user.Actor();
        return Results.Ok(new MeView(actor.Id, actor.Name, actor.Language, actor.Roles, [.. Enum.GetValues<Permission>().Where(actor.Can)]));
    }
}

/// <summary>The owner of the token.</summary>
internal sealed record MeView(Guid Id, string Name, string Language, IReadOnlyList<StaffRole> Roles, IReadOnlyList<Permission> Permissions);
