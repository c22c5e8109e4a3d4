using System.Text.Json.Nodes;
using Send.Engine.Definitions;

namespace Send.Persistence.Workflows;

/// <summary>A definition as somebody wants to keep it, compiling or not.</summary>
/// <param name="Document">Elsa's JSON. Members that are not there stay as they are stored; nulls mean nothing.</param>
/// <param name="BasedOn">What the person had loaded; null overwrites whatever there is.</param>
public sealed record DefinitionDraft(JsonObject Document, DraftBase? BasedOn)
{
    private static readonly string[] Order =
    [
        "id", "definitionId", "name", "description", "createdAt", "version", "toolVersion", "variables", "inputs", "outputs", "outcomes", "customProperties",
        "isReadonly", "isSystem", "isLatest", "isPublished", "options", "root",
    ];

    /// <summary>The document to store: Elsa's order of the fields, lists instead of nulls, and what only the stored one has.</summary>
    internal JsonObject Merge(JsonObject? stored)
    {
        var given = Document;
        var merged = new JsonObject();
        foreach (var name in Order.Concat(given.Select(member => member.Key)).Concat(stored?.Select(member => member.Key) ?? []).Distinct(StringComparer.Ordinal).ToList())
        {
            var value = given.ContainsKey(name) ? given[name] ?? Empty(name) : stored?[name] ?? Empty(name);
            if (value is not null && name != "links" && name != "$schema")
            {
                merged[name] = value.DeepClone();
            }
        }

        // The designer sends every option that it knows, most of them as null.
        foreach (var option in (merged["options"] as JsonObject ?? []).Where(option => option.Value is null).Select(option => option.Key).ToList())
        {
            ((JsonObject)merged["options"]!).Remove(option);
        }

        return merged;
    }

    /// <summary>Checks what every reader of a definition takes for granted; throws <see cref="DefinitionException"/>.</summary>
    internal static void CheckShape(JsonObject document, string source)
    {
        switch (document["root"])
        {
            case null:
                break;
            case JsonObject root when ActivityDocuments.Text(root, "type") is { Length: > 0 } && ActivityDocuments.Text(root, "id") is { Length: > 0 }:
                break;
            default:
                throw new DefinitionException(source, "$.root", "must be an activity: an object with the texts id and type.");
        }
    }

    private static JsonNode? Empty(string name) => name switch
    {
        "variables" or "inputs" or "outputs" or "outcomes" => new JsonArray(),
        "customProperties" or "options" => new JsonObject(),
        "isReadonly" or "isSystem" => JsonValue.Create(false),
        _ => null,
    };
}

/// <summary>The version that somebody had loaded when they began to change it.</summary>
/// <param name="VersionId">Id of the version.</param>
/// <param name="Version">Its number.</param>
/// <param name="Revision">Its revision; null when the client does not say, which counts as an old one.</param>
public sealed record DraftBase(string VersionId, int Version, int? Revision);

/// <summary>What became of a draft.</summary>
/// <param name="Row">The version that holds it now.</param>
/// <param name="Change">What was different from what was stored.</param>
public sealed record SavedDraft(StoredDefinition Row, DefinitionChange Change);
