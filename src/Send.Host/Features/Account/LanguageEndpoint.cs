using Microsoft.AspNetCore.Localization;

namespace Send.Host.Features.Account;

/// <summary>`GET /account/language?to=it&amp;return=/inbox`: keeps the choice in a cookie and goes back. It changes nothing but how pages look, hence a plain link.</summary>
internal static class LanguageEndpoint
{
    public static void MapLanguage(this IEndpointRouteBuilder app) =>
        app.MapGet("/account/language", Switch).AllowAnonymous().ExcludeFromDescription();

    private static IResult Switch(string to, string? @return, HttpContext http)
    {
        var culture = to == "it" ? "it-IT" : "en-GB";
        http.Response.Cookies.Append(
            CookieRequestCultureProvider.DefaultCookieName,
            CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(culture)),
            new CookieOptions { MaxAge = TimeSpan.FromDays(365), IsEssential = true, SameSite = SameSiteMode.Lax, HttpOnly = true, Secure = http.Request.IsHttps, Path = "/" });
        var target = @return is ['/', ..] and not ['/', '/' or '\\', ..] ? @return : "/";
        return Results.LocalRedirect(target);
    }
}
