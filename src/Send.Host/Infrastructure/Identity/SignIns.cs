using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Send.Core.Data;
using Send.Core.Staff;
using Send.Persistence.Accounts;

namespace Send.Host.Infrastructure.Identity;

/// <summary>Checks who signs in. A wrong name costs as much time as a wrong password, and both get the same answer.</summary>
internal sealed class SignIns(UserManager<SendUser> users, SignInManager<SendUser> manager, SendData data, IPasswordHasher<SendUser> hasher)
{
    // Any hash in the hasher's format: verifying against it takes as long as against a real one.
    private static string? decoy;

    /// <summary>The account and its staff member, or why not.</summary>
    public async Task<SignInAttempt> TryAsync(string? email, string? password, CancellationToken ct)
    {
        var user = string.IsNullOrWhiteSpace(email) ? null : await users.FindByEmailAsync(email.Trim()) ?? await users.FindByNameAsync(email.Trim());
        if (user is null || string.IsNullOrEmpty(password))
        {
            var nobody = new SendUser();
            decoy ??= hasher.HashPassword(nobody, Guid.NewGuid().ToString());
            hasher.VerifyHashedPassword(nobody, decoy, password ?? "");
            return new(null, null, "invalid");
        }

        var result = await manager.CheckPasswordSignInAsync(user, password, lockoutOnFailure: true);
        if (!result.Succeeded)
        {
            return new(null, null, result.IsLockedOut ? "locked" : "invalid");
        }

        var member = await data.Staff.AsNoTracking().FirstOrDefaultAsync(row => row.Id == user.Id && row.Active, ct);
        return member is null ? new(null, null, "inactive") : new(user, member, null);
    }

    /// <summary>The account of a refresh token whose security stamp still holds.</summary>
    public async Task<SignInAttempt> RenewAsync(Guid userId, string stamp, CancellationToken ct)
    {
        var user = await users.FindByIdAsync(userId.ToString());
        if (user is null || user.SecurityStamp != stamp || await users.IsLockedOutAsync(user))
        {
            return new(null, null, "invalid");
        }

        var member = await data.Staff.AsNoTracking().FirstOrDefaultAsync(row => row.Id == user.Id && row.Active, ct);
        return member is null ? new(null, null, "inactive") : new(user, member, null);
    }
}

/// <summary>What came of it: account and staff member, or the reason (`invalid`, `locked`, `inactive`).</summary>
internal sealed record SignInAttempt(SendUser? User, StaffMember? Member, string? Refusal);
