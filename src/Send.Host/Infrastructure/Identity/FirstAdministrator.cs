using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Send.Core.Data;
using Send.Core.Staff;
using Send.Persistence.Accounts;

namespace Send.Host.Infrastructure.Identity;

/// <summary>How an installation gets its first account: a code, printed once at start and kept only as hash, makes one administrator within a day.</summary>
internal sealed class FirstAdministrator(SendData data, UserManager<SendUser> users)
{
    private const string Name = "setup-code";
    private const string Alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private const int Groups = 4;
    private const int GroupLength = 5;
    private static readonly TimeSpan Life = TimeSpan.FromHours(24);

    /// <summary>True while nobody can sign in.</summary>
    public async Task<bool> IsNeededAsync(CancellationToken ct) => !await users.Users.AnyAsync(ct);

    /// <summary>A fresh code when one is needed; it replaces the one before. Null when there are accounts.</summary>
    public async Task<string?> IssueCodeAsync(CancellationToken ct)
    {
        if (!await IsNeededAsync(ct))
        {
            return null;
        }

        var code = string.Join('-', Enumerable.Range(0, Groups).Select(_ => RandomNumberGenerator.GetString(Alphabet, GroupLength)));
        var row = await data.Secrets.FirstOrDefaultAsync(secret => secret.Name == Name, ct);
        if (row is null)
        {
            row = new StoredSecret { Name = Name, Value = "" };
            data.Secrets.Add(row);
        }

        var now = TimeProvider.System.GetUtcNow();
        (row.Value, row.CreatedAt, row.ExpiresAt) = (Hash(code), now, now + Life);
        await data.SaveChangesAsync(ct);
        return code;
    }

    /// <summary>Makes the administrator; null when it was done, else the reason: `setup` (no such code, used or expired), `password`, `email`, `name`.</summary>
    public async Task<string?> CreateAsync(string? code, string? name, string? email, string? password, CancellationToken ct)
    {
        var row = await data.Secrets.FirstOrDefaultAsync(secret => secret.Name == Name, ct);
        if (row is null || row.ExpiresAt < TimeProvider.System.GetUtcNow() || !Matches(row.Value, code) || !await IsNeededAsync(ct))
        {
            return "setup";
        }

        if (string.IsNullOrWhiteSpace(name) || name.Length > 200)
        {
            return "name";
        }

        // The code goes first and in the same transaction: it is used once, whatever happens.
        await using var transaction = await data.Database.BeginTransactionAsync(ct);
        data.Secrets.Remove(row);
        var user = new SendUser { Id = Guid.CreateVersion7(), UserName = email?.Trim(), Email = email?.Trim(), EmailConfirmed = true };
        data.Staff.Add(new StaffMember { Id = user.Id, DisplayName = name.Trim(), Email = user.Email ?? "", Roles = nameof(StaffRole.Administrator) });
        var made = await users.CreateAsync(user, password ?? "");
        if (!made.Succeeded)
        {
            return made.Errors.Any(error => error.Code.StartsWith("Password", StringComparison.Ordinal)) ? "password" : "email";
        }

        await data.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return null;
    }

    private static string Hash(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Clean(code))));

    private static bool Matches(string hash, string? code) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(hash), Encoding.ASCII.GetBytes(Hash(code ?? "")));

    private static string Clean(string code) => new([.. code.ToUpperInvariant().Where(char.IsLetterOrDigit)]);
}
