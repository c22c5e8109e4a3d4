using System.Security.Claims;
using Send.Host.Infrastructure.Identity;

namespace Send.Host.Designer.Api.Descriptors;

/// <summary>In which language the designer speaks: the person's own (claim `lang`), else the first of the browser's that we have, else English.</summary>
internal static class DesignerLanguage
{
    public static readonly IReadOnlyList<string> All = ["en", "it"];

    public static string Of(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.User.FindFirstValue(ActorClaims.Language) is { } own && All.Contains(own, StringComparer.Ordinal))
        {
            return own;
        }

        return context.Request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(language => language.Quality ?? 1)
            .Select(language => language.Value.ToString()[..Math.Min(2, language.Value.Length)].ToLowerInvariant())
            .FirstOrDefault(language => All.Contains(language, StringComparer.Ordinal)) ?? All[0];
    }
}
