using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Localization;
using Microsoft.EntityFrameworkCore;
using Send.Core.Data;
using Send.Host.Infrastructure.Identity;
using Send.Persistence.Accounts;

namespace Send.Host.Features.Account;

/// <summary>`GET /account/language?to=it&amp;return=/inbox`: keeps the choice in a cookie and goes back. For somebody signed in it is also the language of mails and of
/// new tokens; a link on another site can only set the cookie.</summary>
internal static class LanguageEndpoint
{
    public static void MapLanguage(this IEndpointRouteBuilder app) =>
        app.MapGet("/account/language", SwitchAsync).AllowAnonymous().ExcludeFromDescription();

    private static async Task<IResult> SwitchAsync(string to, string? @return, HttpContext http, SendData data, SignInManager<SendUser> manager, CancellationToken ct)
    {
        var language = to == "it" ? "it" : "en";
        http.Response.Cookies.Append(
            CookieRequestCultureProvider.DefaultCookieName,
            CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(language == "it" ? "it-IT" : "en-GB")),
            new CookieOptions { MaxAge = TimeSpan.FromDays(365), IsEssential = true, SameSite = SameSiteMode.Lax, HttpOnly = true, Secure = http.Request.IsHttps, Path = "/" });
        if (http.User.FindActor() is { } actor && http.Request.Headers["Sec-Fetch-Site"] != "cross-site")
        {
            await data.Staff.Where(row => row.Id == actor.Id && row.Language != language).ExecuteUpdateAsync(set => set.SetProperty(row => row.Language, language), ct);
            if (actor.Language != language && await manager.UserManager.GetUserAsync(http.User) is { } user)
            {
                // The claims of the session say the language too.
                await manager.RefreshSignInAsync(user);
            }
        }

        var target = @return is ['/', ..] and not ['/', '/' or '\\', ..] ? @return : "/";
        return Results.LocalRedirect(target);
    }
}
