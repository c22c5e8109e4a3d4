using System.Globalization;
using Send.Persistence.Workflows;

namespace Send.Host.Designer.Api.Definitions;

/// <summary>A definition as lists show it.</summary>
internal sealed record DefinitionSummary(
    IReadOnlyList<ElsaLink> Links, bool IsMaterializerAvailable, string Id, string DefinitionId, string? Name, string? Description, int Version, string? ToolVersion,
    bool IsLatest, bool IsPublished, string MaterializerName, string CreatedAt, bool IsReadonly)
{
    public static DefinitionSummary Of(StoredDefinition row) => new(
        DefinitionLinks.Of(row.DefinitionId), IsMaterializerAvailable: true, row.Id, row.DefinitionId, row.Name, row.Description, row.DefinitionVersion, row.ToolVersion,
        row.IsLatest, row.IsPublished, "Json", DefinitionBody.CreatedAt(row), row.IsReadonly);
}

/// <summary>A page of definitions.</summary>
internal sealed record DefinitionPage(IReadOnlyList<DefinitionSummary> Items, long TotalCount, IReadOnlyList<ElsaLink> Links);

/// <summary>What a list asks for, in the query's own names. Pages count from 0; without a size all are returned.</summary>
internal sealed record DefinitionListRequest(
    string? VersionOptions, int? Page, int? PageSize, string? SearchTerm, bool? IsSystem, string? OrderBy, string? OrderDirection, IReadOnlyList<string> DefinitionIds, IReadOnlyList<string> Ids)
{
    /// <summary>The most rows that one answer has.</summary>
    public const int LargestPage = 1000;

    public static DefinitionListRequest From(IQueryCollection query) => new(
        query["versionOptions"], Number(query["Page"]), Number(query["PageSize"]), query["SearchTerm"], bool.TryParse(query["IsSystem"], out var system) ? system : null,
        query["OrderBy"], query["OrderDirection"], Values(query, "DefinitionIds"), Values(query, "Ids"));

    public static IReadOnlyList<string> Values(IQueryCollection query, string name) => [.. query[name].Concat(query[name + "[]"]).OfType<string>().Where(value => value.Length > 0)];

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
