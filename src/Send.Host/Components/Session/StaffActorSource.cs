using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Send.Core.Data;
using Send.Core.Staff;

namespace Send.Host.Components.Session;

/// <summary>Reads the staff member whose id is the account's (<see cref="ClaimTypes.NameIdentifier"/>), so that a change of roles counts from the next circuit on.</summary>
internal sealed class StaffActorSource(IServiceScopeFactory scopes) : IActorSource
{
    public async Task<(Actor Actor, string TimeZone)?> FindAsync(ClaimsPrincipal user, CancellationToken ct)
    {
        if (!Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var id))
        {
            return null;
        }

        await using var scope = scopes.CreateAsyncScope();
        var data = scope.ServiceProvider.GetRequiredService<SendData>();
        var member = await data.Staff.AsNoTracking().FirstOrDefaultAsync(staff => staff.Id == id && staff.Active, ct);
        return member is null ? null : (new Actor(member.Id, member.DisplayName, member.Language, member.RoleList), member.TimeZone);
    }
}
