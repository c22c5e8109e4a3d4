using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.Tokens;
using Send.Core.Data;

namespace Send.Host.Infrastructure.Identity;

/// <summary>The key that signs API tokens: made once per database, kept there encrypted by Data Protection, shared by all hosts.</summary>
internal sealed class TokenKey(IServiceScopeFactory scopes, IDataProtectionProvider protection)
{
    private const string Name = "token-key";
    private const int Bytes = 64;

    private readonly IDataProtector protector = protection.CreateProtector("Send.TokenKey");
    private SymmetricSecurityKey? key;

    /// <summary>The key; throws before <see cref="LoadAsync"/>.</summary>
    public SymmetricSecurityKey Key => key ?? throw new InvalidOperationException("The token key is loaded at start.");

    /// <summary>Reads the key, or makes it. Two hosts that start together agree on the one that was written first.</summary>
    public async Task LoadAsync(TimeProvider clock, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var scope = scopes.CreateAsyncScope();
            var data = scope.ServiceProvider.GetRequiredService<SendData>();
            var row = await data.Secrets.FirstOrDefaultAsync(secret => secret.Name == Name, ct);
            if (row is not null && TryRead(row.Value) is { } known)
            {
                key = new(known);
                return;
            }

            var fresh = RandomNumberGenerator.GetBytes(Bytes);
            var value = protector.Protect(Convert.ToBase64String(fresh));
            if (row is null)
            {
                data.Secrets.Add(new StoredSecret { Name = Name, Value = value, CreatedAt = clock.GetUtcNow() });
            }
            else
            {
                // The key ring that protected it is gone: tokens signed with it end, nothing else does.
                (row.Value, row.CreatedAt) = (value, clock.GetUtcNow());
            }

            try
            {
                await data.SaveChangesAsync(ct);
                key = new(fresh);
                return;
            }
            catch (DbUpdateException) when (attempt < 3)
            {
                // Another host was first; its key is read in the next round.
            }
        }
    }

    private byte[]? TryRead(string value)
    {
        try
        {
            return Convert.FromBase64String(protector.Unprotect(value));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
