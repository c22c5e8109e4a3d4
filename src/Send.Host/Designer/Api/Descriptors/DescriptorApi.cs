namespace Send.Host.Designer.Api.Descriptors;

/// <summary>The part of the Elsa API about descriptors.</summary>
internal static class DescriptorApi
{
    public static void MapDescriptorApi(this IEndpointRouteBuilder api)
    {
        ArgumentNullException.ThrowIfNull(api);
    }
}
