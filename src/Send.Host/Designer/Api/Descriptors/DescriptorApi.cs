using Microsoft.Net.Http.Headers;

namespace Send.Host.Designer.Api.Descriptors;

/// <summary>The part of the Elsa API about descriptors: what can stand in a definition. Lists are answered with 200 also where they are empty; Studio takes a 404 for a broken server.</summary>
internal static class DescriptorApi
{
    public static IServiceCollection AddDescriptorApi(this IServiceCollection services) =>
        services.AddScoped<TypeDefinitions>().AddSingleton<TaskForms>().AddSingleton<InputChoices>().AddSingleton<ActivityWriter>().AddSingleton<ActivityCatalogue>();

    public static void MapDescriptorApi(this IEndpointRouteBuilder api)
    {
        ArgumentNullException.ThrowIfNull(api);
        var descriptors = api.MapGroup("/descriptors");
        descriptors.MapGet("/activities", ListAsync);
        descriptors.MapGet("/activities/{type}", FindAsync);
        descriptors.MapPost("/activities/{type}/options/{input}", OptionsAsync);
        descriptors.MapGet("/expression-descriptors", (HttpContext context) => List(Expressions.In(DesignerLanguage.Of(context))));
        descriptors.MapGet("/variables", (HttpContext context) => List(VariableTypes.In(DesignerLanguage.Of(context))));
        descriptors.MapGet("/storage-drivers", (HttpContext context) => List(Strategies.Storage(DesignerLanguage.Of(context))));
        descriptors.MapGet("/incident-strategies", (HttpContext context) => List(Strategies.Incidents(DesignerLanguage.Of(context))));
        descriptors.MapGet("/workflow-activation-strategies", (HttpContext context) => List(Strategies.Activation(DesignerLanguage.Of(context))));
        descriptors.MapGet("/log-persistence-strategies", () => List<StrategyModel>([]));
        descriptors.MapGet("/commit-strategies/workflows", () => List<StrategyModel>([]));
        descriptors.MapGet("/commit-strategies/activities", () => List<StrategyModel>([]));
        descriptors.MapGet("/output-converters", () => List<StrategyModel>([]));
        api.MapPost("/scripting/javascript/type-definitions/{definitionId}", DeclareAsync);
        api.MapGet("/features/installed", () => List(Features.All));
        api.MapGet("/features/installed/{fullName}", Feature);
        api.MapGet("/package/version", () => ElsaJson.Ok(new PackageVersionModel(Features.ElsaVersion)));
        api.MapGet("/resilience/strategies", () => List<StrategyModel>([]));
    }

    private static IResult List<T>(IReadOnlyList<T> items) => ElsaJson.Ok(new ListAnswer<T>(items));

    /// <summary>The whole catalogue; 304 when the browser has it already. Private, because it is in the person's language.</summary>
    private static async Task<IResult> ListAsync(HttpContext context, ActivityCatalogue catalogue, CancellationToken ct)
    {
        var page = await catalogue.PageAsync(DesignerLanguage.Of(context), ct);
        context.Response.Headers.CacheControl = "private, no-cache";
        context.Response.Headers.Vary = "Authorization, Accept-Language";
        return Results.Bytes(page.Body, "application/json; charset=utf-8", entityTag: new EntityTagHeaderValue(page.Tag));
    }

    private static async Task<IResult> FindAsync(string type, int? version, HttpContext context, ActivityCatalogue catalogue, CancellationToken ct) =>
        await catalogue.FindAsync(type, version, DesignerLanguage.Of(context), ct) is { } model ? ElsaJson.Ok(model) : Results.NotFound();

    private static async Task<IResult> OptionsAsync(string type, string input, HttpContext context, ActivityCatalogue catalogue, InputChoices choices, CancellationToken ct)
    {
        var question = context.Request.ContentLength is 0 ? null : await ElsaJson.ReadAsync<OptionsQuestion>(context.Request, ct);
        var descriptor = await catalogue.FindInputAsync(type, input, ct);
        IReadOnlyDictionary<string, object?> items = descriptor is null
            ? new Dictionary<string, object?>(StringComparer.Ordinal)
            : await choices.OfAsync(descriptor, question?.Context, DesignerLanguage.Of(context), ct);
        return ElsaJson.Ok(new { items });
    }

    private static async Task<IResult> DeclareAsync(string definitionId, HttpContext context, TypeDefinitions definitions, CancellationToken ct)
    {
        var question = await ElsaJson.ReadAsync<TypeDefinitionsQuestion>(context.Request, ct);
        return Results.Text(await definitions.OfAsync(definitionId, question.ActivityTypeName, ct), "application/x-typescript");
    }

    private static IResult Feature(string fullName) =>
        Features.All.FirstOrDefault(feature => feature.FullName == fullName) is { } feature ? ElsaJson.Ok(feature) : Results.NotFound();
}
