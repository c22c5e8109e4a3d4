using System.Security.Claims;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Send.Core.Staff;
using Send.Persistence.Accounts;

namespace Send.Host.Infrastructure.Identity;

/// <summary>Makes and reads the API's tokens. They live by real time, also where the training clock is moved.</summary>
internal sealed class Tokens(TokenKey key, IOptions<AccountOptions> options)
{
    public const string Issuer = "send";
    public const string Use = "token_use";
    public const string Access = "access";
    private const string Refresh = "refresh";
    private const string Stamp = "stamp";

    private static readonly JsonWebTokenHandler Handler = new() { MapInboundClaims = false };

    public static TokenValidationParameters Parameters(SecurityKey? key) => new()
    {
        ValidIssuer = Issuer,
        ValidAudience = Issuer,
        IssuerSigningKey = key,
        ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
        NameClaimType = ClaimTypes.Name,
        RoleClaimType = ClaimTypes.Role,
        ClockSkew = TimeSpan.FromSeconds(30),
    };

    public string AccessFor(StaffMember member) => AccessFor(member, TimeSpan.FromMinutes(options.Value.AccessTokenMinutes));

    public string AccessFor(StaffMember member, TimeSpan life)
    {
        List<Claim> claims =
        [
            new("sub", member.Id.ToString("D")), new("name", member.DisplayName), new("lang", member.Language), new(Use, Access),
            .. member.RoleList.Select(role => new Claim("role", role.ToString())),
        ];
        if (member.RoleList.Any(role => Permissions.Of(role).Contains(Permission.DesignProcesses)))
        {
            // What Elsa Studio asks for.
            claims.Add(new("permissions", "*"));
        }

        return Make(claims, life);
    }

    public string RefreshFor(SendUser user) => Make(
        [new("sub", user.Id.ToString("D")), new(Use, Refresh), new(Stamp, user.SecurityStamp ?? "")], TimeSpan.FromDays(options.Value.RefreshTokenDays));

    /// <summary>The account and security stamp of a refresh token; null when it is none of ours or has expired.</summary>
    public async Task<(Guid UserId, string Stamp)?> ReadRefreshAsync(string token)
    {
        var result = await Handler.ValidateTokenAsync(token, Parameters(key.Key));
        return result.IsValid && ClaimOf(result, Use) == Refresh && Guid.TryParse(ClaimOf(result, "sub"), out var id)
            ? (id, ClaimOf(result, Stamp) ?? "")
            : null;
    }

    private static string? ClaimOf(TokenValidationResult result, string name) => result.Claims.TryGetValue(name, out var value) ? value as string : null;

    private string Make(IEnumerable<Claim> claims, TimeSpan life)
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        return Handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = Issuer,
            Subject = new ClaimsIdentity(claims),
            IssuedAt = now,
            NotBefore = now,
            Expires = now + life,
            SigningCredentials = new(key.Key, SecurityAlgorithms.HmacSha256),
        });
    }
}
