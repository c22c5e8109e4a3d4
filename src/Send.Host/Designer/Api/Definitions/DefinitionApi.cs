using System.Text.Json.Nodes;
using Send.Engine.Definitions;
using Send.Host.Designer.Api.Descriptors;
using Send.Host.Designer.Publishing;

namespace Send.Host.Designer.Api.Definitions;

/// <summary>The part of the Elsa API about definitions.</summary>
internal static class DefinitionApi
{
    public static IServiceCollection AddDefinitionApi(this IServiceCollection services) => services
        .AddScoped<DefinitionQueries>()
        .AddScoped<DefinitionGraphs>()
        .AddSingleton<PublishDefinition>();

    public static void MapDefinitionApi(this IEndpointRouteBuilder api)
    {
        ArgumentNullException.ThrowIfNull(api);
        var group = api.MapGroup("").AddEndpointFilter(UnreadableAsync).AddEndpointFilter(ShowTaskFormsAsync);
        group.MapReading();
        group.MapSaving();
        group.MapRemoving();
        group.MapFiles();
        group.MapGraphs();
    }

    /// <summary>Shows human tasks by their forms (<see cref="TaskForms"/>). Files are not changed: an export holds what is stored.</summary>
    private static async ValueTask<object?> ShowTaskFormsAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var result = await next(context);
        if (result is IValueHttpResult { Value: JsonObject body })
        {
            context.HttpContext.RequestServices.GetRequiredService<TaskForms>().ToDesigner(body);
        }

        return result;
    }

    /// <summary>Answers what cannot be read in the shape that Studio shows, with the place.</summary>
    private static async ValueTask<object?> UnreadableAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (DefinitionException e)
        {
            return ElsaRefusal.Of(StatusCodes.Status400BadRequest, "definition.invalid", e.Message);
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status400BadRequest)
        {
            return ElsaRefusal.Of(StatusCodes.Status400BadRequest, "request.json", e.Message);
        }
    }
}
