using Microsoft.EntityFrameworkCore;
using Send.Core.Cases;
using Send.Core.Data;
using Send.Core.Results;

namespace Send.Core.Staff;

/// <summary>The active colleagues by name; with a role only those who work in its queue.</summary>
public sealed record StaffQuery(StaffRole? Role = null);

/// <summary>A colleague as lists show one.</summary>
public sealed record StaffRow(Guid Id, string Name, string Email, string Language, IReadOnlyList<StaffRole> Roles);

/// <summary>Answers <see cref="StaffQuery"/>.</summary>
public sealed class StaffHandler(SendData data)
{
    public async Task<Result<IReadOnlyList<StaffRow>>> HandleAsync(StaffQuery query, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(actor);
        if (CaseAccess.MayRead(actor) is { } refusal)
        {
            return refusal;
        }

        var members = await data.Staff.AsNoTracking().Where(member => member.Active).OrderBy(member => member.DisplayName).ThenBy(member => member.Id).ToListAsync(ct);
        return Result<IReadOnlyList<StaffRow>>.Of(
        [
            .. members.Where(member => query.Role is not { } role || member.RoleList.Contains(role))
                .Select(member => new StaffRow(member.Id, member.DisplayName, member.Email, member.Language, member.RoleList)),
        ]);
    }
}
