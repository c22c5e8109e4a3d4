using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Send.Core.Data;
using Send.Persistence.Accounts;

namespace Send.Host.Infrastructure.Identity;

/// <summary>Makes the principal of an account from its staff member; somebody who is not active gets no roles and no name, so no page opens.</summary>
internal sealed class StaffPrincipals(SendData data, UserManager<SendUser> users, IOptions<IdentityOptions> options) : UserClaimsPrincipalFactory<SendUser>(users, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(SendUser user)
    {
        ArgumentNullException.ThrowIfNull(user);
        var identity = new ClaimsIdentity(IdentityConstants.ApplicationScheme, ClaimTypes.Name, ClaimTypes.Role);
        identity.AddClaim(new(Options.ClaimsIdentity.SecurityStampClaimType, user.SecurityStamp ?? ""));
        var member = await data.Staff.AsNoTracking().FirstOrDefaultAsync(row => row.Id == user.Id && row.Active);
        if (member is null)
        {
            identity.AddClaim(new(ClaimTypes.NameIdentifier, user.Id.ToString("D")));
        }
        else
        {
            identity.AddClaims(ActorClaims.Of(member));
        }

        return identity;
    }
}
