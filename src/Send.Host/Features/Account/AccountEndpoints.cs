using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Send.Host.Infrastructure.Identity;
using Send.Persistence.Accounts;

namespace Send.Host.Features.Account;

/// <summary>What the sign-in, sign-out and set-up forms of the pages post to. Antiforgery tokens are checked, because the endpoints read forms.</summary>
internal static class AccountEndpoints
{
    public static void MapAccount(this IEndpointRouteBuilder app)
    {
        var account = app.MapGroup("/account").ExcludeFromDescription();
        account.MapPost("/sign-in", SignInAsync).AllowAnonymous().RequireRateLimiting(IdentitySetup.SignInLimit);
        account.MapPost("/sign-out", SignOutAsync).AllowAnonymous();
        account.MapPost("/setup", SetupAsync).AllowAnonymous().RequireRateLimiting(IdentitySetup.SignInLimit);
    }

    private static async Task<IResult> SignInAsync(
        [FromForm] string? email,
        [FromForm] string? password,
        [FromForm] string? remember,
        [FromForm] string? returnUrl,
        SignIns signIns,
        SignInManager<SendUser> manager,
        CancellationToken ct)
    {
        var target = LocalOr(returnUrl, "/");
        var attempt = await signIns.TryAsync(email, password, ct);
        if (attempt.User is null)
        {
            return Results.LocalRedirect($"/sign-in?error={attempt.Refusal}&email={Uri.EscapeDataString(email ?? "")}&returnUrl={Uri.EscapeDataString(target)}");
        }

        await manager.SignInAsync(attempt.User, isPersistent: remember == "true");
        return Results.LocalRedirect(target);
    }

    private static async Task<IResult> SignOutAsync([FromForm] string? returnUrl, SignInManager<SendUser> manager)
    {
        await manager.SignOutAsync();
        return Results.LocalRedirect(LocalOr(returnUrl, "/signed-out"));
    }

    private static async Task<IResult> SetupAsync(
        [FromForm] string? code,
        [FromForm] string? name,
        [FromForm] string? email,
        [FromForm] string? password,
        FirstAdministrator first,
        CancellationToken ct)
    {
        var refusal = await first.CreateAsync(code, name, email, password, ct);
        return Results.LocalRedirect(refusal is null ? $"/sign-in?email={Uri.EscapeDataString(email ?? "")}" : $"/setup?error={refusal}");
    }

    /// <summary>The address if it lies in this site, so that a link cannot send people elsewhere after the sign-in.</summary>
    private static string LocalOr(string? url, string otherwise)
    {
        var path = string.IsNullOrEmpty(url) ? otherwise : url.StartsWith('/') ? url : "/" + url;
        return path is ['/', '/' or '\\', ..] || path.Any(char.IsControl) ? otherwise : path;
    }
}
