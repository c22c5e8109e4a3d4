using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Scalar.AspNetCore;

namespace Send.Host.Infrastructure.Web;

/// <summary>The OpenAPI 3.1 document at `/openapi/v1.json` and a readable page of it at `/docs`.</summary>
internal static class OpenApiSetup
{
    private const string Scheme = "bearer";

    public static IServiceCollection AddSendOpenApi(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.CreateSchemaReferenceId = type => EnumQuery.TryNames(type.Type, out _) ? null : OpenApiOptions.CreateDefaultSchemaReferenceId(type);
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "Send.Workflows",
                Version = "v1",
                Description = "Case management for stays abroad. Errors are RFC 9457 problem details with a stable `code`; `errors` lists fields by JSON pointer. "
                    + "Writes take an `operationId` (a UUID of yours): a repeat gets the first answer. `revision` guards against lost changes: a stale one is refused with 409.",
            };
            document.Servers = [];
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal);
            document.Components.SecuritySchemes[Scheme] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                BearerFormat = "JWT",
                Description = "The access token of POST /elsa/api/identity/login.",
            };
            return Task.CompletedTask;
        });
        options.AddSchemaTransformer((schema, context, _) =>
        {
            if (EnumQuery.TryNames(context.JsonTypeInfo.Type, out var names))
            {
                schema.Type = JsonSchemaType.String;
                schema.Properties?.Clear();
                schema.Required?.Clear();
                schema.Enum = [.. names.Select(name => (JsonNode)JsonValue.Create(name))];
            }

            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            if (!context.Description.ActionDescriptor.EndpointMetadata.OfType<Microsoft.AspNetCore.Authorization.IAllowAnonymous>().Any())
            {
                operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Scheme, context.Document)] = [] }];
            }

            return Task.CompletedTask;
        });
    });

    public static WebApplication MapSendOpenApi(this WebApplication app)
    {
        app.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
        app.MapScalarApiReference("/docs", options =>
        {
            options.Title = "Send.Workflows API";
            options.DefaultFonts = false;
            options.Telemetry = false;
            options.OpenApiRoutePattern = "/openapi/{documentName}.json";
        }).AllowAnonymous();
        return app;
    }
}
