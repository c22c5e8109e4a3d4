using Send.Core.Reference;
using Send.Host.Designer.Api;
using Send.Host.Designer.Api.Descriptors;
using Send.Host.Infrastructure.Identity;
using Send.Host.Localization;

namespace Send.Host.Designer.Looks;

/// <summary>`/designer/looks`: icons and colours for the pages around Studio.</summary>
internal static class LookPages
{
    public static void MapLooks(this IEndpointRouteBuilder app) =>
        app.MapGet("/designer/looks", ListAsync).RequireAuthorization(Policies.Designers).ExcludeFromDescription();

    private static async Task<IResult> ListAsync(HttpContext context, ActivityCatalogue catalogue, ReferenceData reference, CancellationToken ct)
    {
        context.Response.Headers.CacheControl = "private, no-cache";
        return ElsaJson.Ok(ActivityLooks.For((await catalogue.PageAsync(Texts.Language, ct)).Models, reference));
    }
}
