using Microsoft.AspNetCore.Http.Metadata;
using Send.Host.Infrastructure.Identity;

namespace Send.Host.Infrastructure.Web;

/// <summary>Groups of endpoints below `/api`.</summary>
internal static class ApiGroup
{
    /// <summary>A group that needs the bearer token and is described under <paramref name="tag"/>.</summary>
    public static RouteGroupBuilder MapApi(this IEndpointRouteBuilder app, string path, string tag) =>
        app.MapGroup("/api" + path)
            .WithTags(tag)
            .RequireAuthorization(Policies.Api)
            .DisableAntiforgery()
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden);

    /// <summary>A JSON request of usual size, and what can be wrong with it.</summary>
    public static RouteHandlerBuilder TakesJson(this RouteHandlerBuilder endpoint) =>
        endpoint.WithMetadata(new JsonSizeLimit())
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    /// <summary>An answer, and 404.</summary>
    public static RouteHandlerBuilder Finds<T>(this RouteHandlerBuilder endpoint) =>
        endpoint.Produces<T>().ProducesProblem(StatusCodes.Status404NotFound);

    /// <summary>A list; 422 for filters or cursors that cannot be taken.</summary>
    public static RouteHandlerBuilder Lists<T>(this RouteHandlerBuilder endpoint) =>
        endpoint.Produces<T>().ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private sealed class JsonSizeLimit : IRequestSizeLimitMetadata
    {
        public long? MaxRequestBodySize => WebRegistration.LargestJson;
    }
}
