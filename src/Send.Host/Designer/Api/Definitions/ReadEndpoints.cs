using System.Text.Json.Nodes;
using Send.Persistence.Workflows;

namespace Send.Host.Designer.Api.Definitions;

/// <summary>Lists and single definitions.</summary>
internal static class ReadEndpoints
{
    public static void MapReading(this IEndpointRouteBuilder api)
    {
        api.MapGet("/workflow-definitions", async (HttpRequest request, DefinitionQueries queries, CancellationToken ct) =>
            ElsaJson.Ok(await queries.ListAsync(DefinitionListRequest.From(request.Query), ct)));
        api.MapGet("/workflow-definitions/query/count", async (DefinitionQueries queries, CancellationToken ct) => ElsaJson.Ok(new { count = await queries.CountAsync(ct) }));
        api.MapGet("/workflow-definitions/validation/is-name-unique", async (string? name, string? definitionId, DefinitionQueries queries, CancellationToken ct) =>
            ElsaJson.Ok(new { isUnique = await queries.IsNameUniqueAsync(name?.Trim() ?? "", definitionId, ct) }));
        api.MapGet("/workflow-definitions/by-definition-id/{definitionId}", FindAsync);
        api.MapGet("/workflow-definitions/{definitionId}", FindAsync);
        api.MapGet("/workflow-definitions/by-id/{id}", async (string id, DefinitionQueries queries, CancellationToken ct) => Body(await queries.FindByIdAsync(id, ct), id));
        api.MapGet("/workflow-definitions/many-by-id", async (HttpRequest request, DefinitionQueries queries, CancellationToken ct) =>
        {
            var rows = await queries.FindManyAsync(DefinitionListRequest.Values(request.Query, "Ids"), ct);
            return ElsaJson.Ok(new JsonObject { ["items"] = new JsonArray([.. rows.Select(row => DefinitionBody.Of(row))]), ["count"] = rows.Count });
        });
        api.MapGet("/workflow-definitions/{definitionId}/versions", async (string definitionId, DefinitionQueries queries, CancellationToken ct) =>
        {
            var page = await queries.ListAsync(new("AllVersions", null, null, null, null, "Version", "Descending", [definitionId], []), ct);
            return page.Items.Count == 0 ? Missing(definitionId) : ElsaJson.Ok(page.Items);
        });
        api.MapGet("/workflow-definitions/{definitionId}/consumers", async (string definitionId, DefinitionUses uses, CancellationToken ct) =>
            ElsaJson.Ok(new { consumingWorkflowDefinitionIds = await uses.ConsumersAsync(definitionId, ct) }));
    }

    public static IResult Missing(string id) => ElsaRefusal.Of(StatusCodes.Status404NotFound, "definition.not-found", $"There is no workflow definition '{id}'.");

    private static async Task<IResult> FindAsync(string definitionId, string? versionOptions, DefinitionQueries queries, CancellationToken ct) =>
        Body(await queries.FindAsync(definitionId, versionOptions, ct), definitionId);

    private static IResult Body(StoredDefinition? row, string id) => row is null ? Missing(id) : ElsaJson.Ok(DefinitionBody.Of(row));
}
