using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Send.Host.Tests.Api;

[Collection(ApiCollection.Name)]
public sealed partial class OpenApiTests(SharedApiHost shared)
{
    [Fact]
    public async Task Document_NamesEveryRouteOfTheApi_AndReferencesResolve()
    {
        var document = JsonNode.Parse(await shared.Host.CreateClient().GetStringAsync("/openapi/v1.json"))!;
        var paths = document["paths"]!.AsObject();
        var described = paths.SelectMany(path => path.Value!.AsObject().Select(operation => $"{operation.Key.ToUpperInvariant()} {path.Key}")).ToHashSet(StringComparer.Ordinal);
        var mapped = shared.Host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText is { } text && (text.StartsWith("/api", StringComparison.Ordinal) || text.StartsWith("/elsa/api/identity", StringComparison.Ordinal)))
            .SelectMany(endpoint => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Select(method => $"{method} {Plain(endpoint.RoutePattern.RawText!)}") ?? [])
            .ToHashSet(StringComparer.Ordinal);

        Assert.StartsWith("3.1", (string?)document["openapi"], StringComparison.Ordinal);
        Assert.NotEmpty(mapped);
        Assert.Empty(mapped.Except(described, StringComparer.Ordinal));
        Assert.All(References(document), reference => Assert.NotNull(Resolve(document, reference)));
        var operations = paths.SelectMany(path => path.Value!.AsObject()).Select(operation => operation.Value!).ToList();
        var ids = operations.Select(operation => (string?)operation["operationId"]).Where(id => id is not null).ToList();
        Assert.Equal(ids.Count, ids.Distinct(StringComparer.Ordinal).Count());
        Assert.All(operations, operation => Assert.NotEmpty(operation["responses"]!.AsObject()));
    }

    [Fact]
    public async Task Document_ListsTheValuesOfQueryParameters()
    {
        var document = JsonNode.Parse(await shared.Host.CreateClient().GetStringAsync("/openapi/v1.json"))!;

        var view = document["paths"]!["/api/tasks"]!["get"]!["parameters"]!.AsArray().Single(parameter => (string?)parameter!["name"] == "view")!;

        Assert.Equal(["mine", "available", "overdue", "waiting", "done", "all"], view["schema"]!["enum"]!.AsArray().Select(value => (string?)value));
    }

    [Fact]
    public async Task Document_SaysWhatNeedsTheToken()
    {
        var paths = JsonNode.Parse(await shared.Host.CreateClient().GetStringAsync("/openapi/v1.json"))!["paths"]!;

        Assert.NotNull(paths["/api/cases"]!["post"]!["security"]);
        Assert.Null(paths["/elsa/api/identity/login"]!["post"]!["security"]);
    }

    private static string Plain(string route) => Constraint().Replace(route, "{${value}}").TrimEnd('/');

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject values => values.SelectMany(pair => pair.Key == "$ref" && pair.Value is JsonValue ? [(string)pair.Value!] : References(pair.Value)),
        JsonArray items => items.SelectMany(References),
        _ => [],
    };

    private static JsonNode? Resolve(JsonNode document, string reference) =>
        reference.TrimStart('#').Split('/', StringSplitOptions.RemoveEmptyEntries).Aggregate<string, JsonNode?>(
            document, (node, part) => node is JsonArray items ? items[int.Parse(part, System.Globalization.CultureInfo.InvariantCulture)] : node?[part.Replace("~1", "/", StringComparison.Ordinal)]);

    [GeneratedRegex(@"\{(?<value>\w+):[^}]*\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Constraint();
}
