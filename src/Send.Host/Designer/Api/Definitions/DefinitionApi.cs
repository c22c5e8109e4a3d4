namespace Send.Host.Designer.Api.Definitions;

/// <summary>The part of the Elsa API about definitions.</summary>
internal static class DefinitionApi
{
    public static void MapDefinitionApi(this IEndpointRouteBuilder api)
    {
        ArgumentNullException.ThrowIfNull(api);
    }
}
