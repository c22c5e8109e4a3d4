namespace Send.Host.Designer.Api.Instances;

/// <summary>The part of the Elsa API about instances.</summary>
internal static class InstanceApi
{
    public static void MapInstanceApi(this IEndpointRouteBuilder api)
    {
        ArgumentNullException.ThrowIfNull(api);
    }
}
