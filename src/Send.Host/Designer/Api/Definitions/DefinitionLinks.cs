namespace Send.Host.Designer.Api.Definitions;

/// <summary>The links that Elsa adds to definitions and lists of them.</summary>
internal static class DefinitionLinks
{
    public static IReadOnlyList<ElsaLink> List { get; } =
    [
        new("/workflow-definitions", "self", "GET"),
        new("/workflow-definitions/validation/is-name-unique", "is-name-unique", "GET"),
        new("/workflow-definitions/query/count", "count", "GET"),
        new("/workflow-definitions/many-by-id", "many-by-id", "GET"),
        new("/bulk-actions/delete/workflow-definitions/by-definition-id", "bulk-delete-by-definition-id", "POST"),
        new("/bulk-actions/delete/workflow-definitions/by-id", "bulk-delete-by-id", "POST"),
        new("/bulk-actions/publish/workflow-definitions/by-definition-ids", "bulk-publish", "POST"),
        new("/bulk-actions/retract/workflow-definitions/by-definition-ids", "bulk-retract", "POST"),
        new("/workflow-definitions/import", "import", "POST"),
        new("/workflow-definitions/import-files", "import-files", "POST"),
        new("/workflow-definitions", "create", "POST"),
    ];

    public static IReadOnlyList<ElsaLink> Of(string definitionId)
    {
        var self = "/workflow-definitions/" + definitionId;
        return
        [
            new(self, "self", "GET"),
            new("/workflow-definitions/by-definition-id/" + definitionId, "self", "GET"),
            new(self + "/versions", "versions", "GET"),
            new(self + "/bulk-dispatch", "bulk-dispatch", "POST"),
            new(self + "/dispatch", "dispatch", "POST"),
            new(self + "/execute", "execute", "POST"),
            new(self + "/export", "export", "POST"),
            new(self + "/publish", "publish", "POST"),
            new(self + "/retract", "retract", "POST"),
            new(self, "delete", "DELETE"),
            new(self + "/import", "import", "PUT"),
            new(self + "/update-references", "update-references", "POST"),
        ];
    }
}

/// <summary>A link of an answer, relative to the API.</summary>
internal sealed record ElsaLink(string Href, string Rel, string Method);
