using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Send.Persistence.Workflows;

namespace Send.Host.Designer.Api.Definitions;

/// <summary>A stored definition as the API answers it. Studio sends `createdAt` back as it got it, so its fraction of a second carries the revision that a person has loaded.</summary>
internal static class DefinitionBody
{
    private const int RevisionDigits = 10_000_000;
    private const string Instant = "yyyy-MM-dd'T'HH:mm:ss.fffffff+00:00";

    /// <summary>The whole definition, with the paths of its activities.</summary>
    public static JsonObject Of(StoredDefinition row, bool withLinks = true)
    {
        var document = (JsonObject)JsonNode.Parse(row.Json)!;
        StorageDrivers.Spell(document);
        var body = new JsonObject();
        if (withLinks)
        {
            body["links"] = JsonSerializer.SerializeToNode(DefinitionLinks.Of(row.DefinitionId), ElsaJson.Options);
        }

        foreach (var name in new[] { "id", "definitionId", "name", "description", "createdAt", "version", "toolVersion", "variables", "inputs", "outputs", "outcomes", "customProperties", "isReadonly", "isSystem" })
        {
            body[name] = name switch
            {
                "createdAt" => CreatedAt(row),
                "variables" or "inputs" or "outputs" or "outcomes" => Take(document, name) ?? new JsonArray(),
                "customProperties" => Take(document, name) ?? new JsonObject(),
                "isReadonly" => row.IsReadonly,
                "isSystem" => row.IsSystem,
                _ => Take(document, name),
            };
            if (body[name] is null)
            {
                body.Remove(name);
            }
        }

        body["id"] = row.Id;
        body["version"] = row.DefinitionVersion;
        body["isLatest"] = row.IsLatest;
        body["isPublished"] = row.IsPublished;
        body["options"] = Take(document, "options") ?? new JsonObject();
        var root = Take(document, "root") as JsonObject ?? new JsonObject { ["id"] = "Sequence1", ["type"] = "Elsa.Sequence", ["version"] = 1, ["activities"] = new JsonArray() };
        WriteNodeIds(root);
        body["root"] = root;
        foreach (var name in document.Select(member => member.Key).Where(name => !body.ContainsKey(name) && name is not ("links" or "$schema")).ToList())
        {
            body[name] = Take(document, name);
        }

        return body;
    }

    /// <summary>When the version was made, with its revision in the fraction.</summary>
    public static string CreatedAt(StoredDefinition row) => CreatedAt(row.CreatedAt, row.Revision);

    public static string CreatedAt(DateTimeOffset at, int revision) =>
        new DateTimeOffset(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerSecond) + (revision % RevisionDigits), TimeSpan.Zero).ToString(Instant, CultureInfo.InvariantCulture);

    /// <summary>What a person had loaded, by the definition that they send; null when it names no version.</summary>
    public static DraftBase? BaseOf(JsonObject model)
    {
        if (ActivityDocuments.Text(model, "id") is not { Length: > 0 } id)
        {
            return null;
        }

        var isInstant = DateTimeOffset.TryParse(ActivityDocuments.Text(model, "createdAt"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at);
        var version = model["version"] is JsonValue number && number.TryGetValue<int>(out var given) ? given : 0;
        return new(id, version, isInstant ? (int)(at.UtcTicks % TimeSpan.TicksPerSecond) : null);
    }

    /// <summary>Writes the paths that Elsa gives activities.</summary>
    public static void WriteNodeIds(JsonObject root, string? workflowId = null)
    {
        foreach (var place in ActivityDocuments.Of(root, workflowId ?? ActivityDocuments.WorkflowIdOf(root)))
        {
            place.Json["nodeId"] = place.NodeId;
        }
    }

    private static JsonNode? Take(JsonObject document, string name)
    {
        var value = document[name];
        document.Remove(name);
        return value;
    }
}
