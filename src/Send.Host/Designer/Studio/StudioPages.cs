using Microsoft.AspNetCore.Http.HttpResults;
using Send.Host.Components.Session;
using Send.Host.Infrastructure.Identity;

namespace Send.Host.Designer.Studio;

/// <summary>The pages around Studio: our document with one of its custom elements. Only these addresses; every other page below `/designer` is an ordinary one.</summary>
internal static class StudioPages
{
    /// <summary>Base address of Studio in the browser: its pages and its files lie below.</summary>
    public const string Root = "/designer";

    /// <summary>Absolute address of the API without a slash at the end, as Studio wants it.</summary>
    public static string Api(HttpRequest request) => $"{request.Scheme}://{request.Host}/elsa/api";

    public static void MapStudioPages(this IEndpointRouteBuilder app)
    {
        var pages = app.MapGroup(Root).RequireAuthorization(Policies.Designers).ExcludeFromDescription();

        // Studio's router cannot live at its base address without the slash once it adds a query.
        pages.MapGet("", () => Results.LocalRedirect(Root + "/workflows/definitions"));
        MapView(pages, "/workflows/definitions", StudioView.Definitions);
        MapView(pages, "/workflows/definitions/{id}/edit", StudioView.Editor);
        MapView(pages, "/workflows/instances", StudioView.Instances);
        MapView(pages, "/workflows/instances/{id}/view", StudioView.Viewer);
        pages.MapGet("/cases/{id:guid}", ToInstanceAsync);
    }

    private static void MapView(RouteGroupBuilder pages, string pattern, StudioView view)
    {
        pages.MapGet(pattern, (HttpContext http, StudioPlaces places, IActorSource actors, CancellationToken ct) => DocumentAsync(view, http, places, actors, ct));
        pages.MapGet("/bar" + pattern, (HttpContext http, StudioPlaces places, CancellationToken ct) => BarAsync(view, http, places, ct));
    }

    private static async Task<IResult> DocumentAsync(StudioView view, HttpContext http, StudioPlaces places, IActorSource actors, CancellationToken ct)
    {
        if (await actors.FindAsync(http.User, ct) is not { } found)
        {
            return Results.Forbid(); // the account was switched off since the sign-in
        }

        http.Response.Headers.CacheControl = "no-store";
        var place = await places.DescribeAsync(view, http.Request.RouteValues["id"] as string, found.Actor, ct);
        return new RazorComponentResult<StudioDocument>(new { Place = place }) { PreventStreamingRendering = true };
    }

    /// <summary>The bar alone, for when Studio moves on without loading a page.</summary>
    private static async Task<IResult> BarAsync(StudioView view, HttpContext http, StudioPlaces places, CancellationToken ct)
    {
        http.Response.Headers.CacheControl = "no-store";
        var place = await places.DescribeAsync(view, http.Request.RouteValues["id"] as string, http.User.Actor(), ct);
        return new RazorComponentResult<StudioBar>(new { Place = place }) { PreventStreamingRendering = true };
    }

    private static async Task<IResult> ToInstanceAsync(Guid id, StudioPlaces places, CancellationToken ct) =>
        await places.InstanceOfAsync(id, ct) is { } instance ? Results.LocalRedirect(new StudioPlace(StudioView.Viewer, instance).Path) : Results.NotFound();
}
