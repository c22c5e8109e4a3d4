using Microsoft.Extensions.Primitives;
using Send.Host.Infrastructure.Identity;
using Send.Host.Infrastructure.Web;

namespace Send.Host.Features.Account;

/// <summary>`/elsa/api/identity`: tokens for `/api` and `/elsa/api`, in the shape that Elsa Studio expects.</summary>
internal static class TokenEndpoints
{
    private const string Bearer = "Bearer ";

    public static void MapTokens(this IEndpointRouteBuilder app)
    {
        var identity = app.MapGroup("/elsa/api/identity").WithTags("Identity").AllowAnonymous().DisableAntiforgery().RequireRateLimiting(IdentitySetup.SignInLimit)
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status429TooManyRequests);
        identity.MapPost("/login", LoginAsync).Produces<LoginAnswer>().ProducesProblem(StatusCodes.Status400BadRequest).WithName("login")
            .WithSummary("Signs in: the access token opens /api and /elsa/api.");
        identity.MapPost("/refresh-token", RefreshAsync).Produces<LoginAnswer>().WithName("refreshToken")
            .WithSummary("Changes a refresh token (Authorization: Bearer, or the field refreshToken) for new tokens.");
    }

    private static async Task<IResult> LoginAsync(LoginBody body, SignIns signIns, Tokens tokens, CancellationToken ct) =>
        Answer(await signIns.TryAsync(body.Username, body.Password, ct), tokens);

    private static async Task<IResult> RefreshAsync(RefreshBody? body, HttpRequest request, SignIns signIns, Tokens tokens, CancellationToken ct)
    {
        var token = body?.RefreshToken ?? FromHeader(request.Headers.Authorization);
        return token is not null && await tokens.ReadRefreshAsync(token) is var (userId, stamp)
            ? Answer(await signIns.RenewAsync(userId, stamp, ct), tokens)
            : Answer(new(null, null, "invalid"), tokens);
    }

    private static string? FromHeader(StringValues header) =>
        header.ToString() is { } text && text.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? text[Bearer.Length..].Trim() : null;

    private static IResult Answer(SignInAttempt attempt, Tokens tokens)
    {
        if (attempt is { User: { } user, Member: { } member })
        {
            return Results.Ok(new LoginAnswer(true, tokens.AccessFor(member), tokens.RefreshFor(user)));
        }

        var problem = Problems.Details(
            StatusCodes.Status401Unauthorized,
            "sign-in." + attempt.Refusal,
            attempt.Refusal switch
            {
                "locked" => "The account is locked for some minutes after too many wrong passwords.",
                "inactive" => "The account is not active any more.",
                _ => "There is no account with this name and password.",
            });
        problem.Extensions["isAuthenticated"] = false;
        return Results.Problem(problem);
    }
}

internal sealed record LoginBody
{
    /// <summary>The account's mail address.</summary>
    public required string Username { get; init; }

    public required string Password { get; init; }
}

internal sealed record RefreshBody(string? RefreshToken = null);

internal sealed record LoginAnswer(bool IsAuthenticated, string AccessToken, string RefreshToken);
