using System.Security.Claims;
using Send.Core.Search;
using Send.Host.Infrastructure.Identity;
using Send.Host.Infrastructure.Web;

namespace Send.Host.Features.Search;

/// <summary>`/api/search`: cases, people, organisations and open tasks at once.</summary>
internal static class SearchEndpoints
{
    public static void MapSearch(this IEndpointRouteBuilder app) =>
        app.MapApi("/search", "Search").MapGet("", SearchAsync).Produces<IReadOnlyList<SearchHit>>().WithName("search").WithSummary("Looks for words in cases, people, organisations and open tasks.");

    private static async Task<IResult> SearchAsync(string text, int? each, SearchHandler handler, ClaimsPrincipal user, CancellationToken ct) =>
        (await handler.HandleAsync(new(text, each ?? 5), user.Actor(), ct)).ToHttp();
}
