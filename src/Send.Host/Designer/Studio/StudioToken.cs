using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Send.Core.Data;
using Send.Host.Infrastructure.Identity;
using Send.Host.Localization;

namespace Send.Host.Designer.Studio;

/// <summary>`POST /designer/token`: a short-lived bearer token for the person of the cookie, so that Studio can call the API. Asked for by our script only, never kept, never in an address.</summary>
internal static class StudioToken
{
    public static void MapStudioToken(this IEndpointRouteBuilder app) =>
        app.MapPost(StudioPages.Root + "/token", MintAsync).RequireAuthorization(Policies.Designers).DisableAntiforgery().ExcludeFromDescription()
            .WithMetadata(new SkipStatusCodePagesAttribute());

    private static async Task<IResult> MintAsync(HttpContext http, SendData data, Tokens tokens, IOptions<AccountOptions> options, CancellationToken ct)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (!IsOwnPage(http.Request))
        {
            return Results.Problem(statusCode: StatusCodes.Status403Forbidden, detail: "Only a page of this site may ask for this.");
        }

        var id = http.User.Actor().Id;
        var member = await data.Staff.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id && row.Active, ct);
        if (member is not null)
        {
            // Studio speaks the language of the page around it.
            member.Language = Texts.Language;
        }

        return member is null
            ? Results.Problem(statusCode: StatusCodes.Status401Unauthorized)
            : Results.Json(new Minted(tokens.AccessFor(member, TimeSpan.FromSeconds(options.Value.DesignerTokenSeconds)), options.Value.DesignerTokenSeconds));
    }

    /// <summary>Browsers say where a request comes from; one that says nothing is not a page of ours.</summary>
    private static bool IsOwnPage(HttpRequest request) => request.Headers["Sec-Fetch-Site"] is [{ } site]
        ? site == "same-origin"
        : request.Headers.Origin is [{ } origin] && origin == $"{request.Scheme}://{request.Host}";

    /// <param name="AccessToken">The token.</param>
    /// <param name="ExpiresIn">Its life in seconds.</param>
    private sealed record Minted(string AccessToken, int ExpiresIn);
}
