using Send.Host.Designer.Api.Definitions;
using Send.Host.Designer.Api.Descriptors;
using Send.Host.Designer.Api.Instances;
using Send.Host.Infrastructure.Identity;

namespace Send.Host.Designer.Api;

/// <summary>Elsa's REST API as Elsa Studio 3.8 uses it, below `/elsa/api`, for people who may design processes. Shapes and statuses are those of Elsa 3.8.</summary>
internal static class ElsaApi
{
    /// <summary>Bytes of one request: a large definition, or several as files.</summary>
    public const int LargestRequest = 20 * 1024 * 1024;

    public static WebApplication MapElsaApi(this WebApplication app)
    {
        var api = app.MapGroup("/elsa/api")
            .RequireAuthorization(Policies.Designer)
            .DisableAntiforgery()
            .ExcludeFromDescription()
            .WithMetadata(new RequestSize(LargestRequest));
        api.MapDefinitionApi();
        api.MapDescriptorApi();
        api.MapInstanceApi();
        return app;
    }

    private sealed record RequestSize(long? MaxRequestBodySize) : Microsoft.AspNetCore.Http.Metadata.IRequestSizeLimitMetadata;
}
