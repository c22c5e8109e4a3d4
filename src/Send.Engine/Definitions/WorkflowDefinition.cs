using System.Text.Json;
using System.Text.Json.Nodes;
using Send.Engine.Serialization;

namespace Send.Engine.Definitions;

/// <summary>
/// One version of a workflow definition in Elsa 3.8's JSON. The document is kept as it was read, unknown fields and the order of the
/// fields included; the properties read from it. Immutable.
/// </summary>
public sealed class WorkflowDefinition
{
    private WorkflowDefinition(JsonElement document, string source)
    {
        Document = document;
        Source = source;
        var reader = new DefinitionReader(source);
        DefinitionId = reader.RequiredText(document, "definitionId", "$");
        Version = reader.Integer(document, "version", "$") ?? 1;
        Id = reader.Text(document, "id", "$") is { Length: > 0 } id ? id : $"{DefinitionId}:{Version}";
        Name = reader.Text(document, "name", "$");
        Description = reader.Text(document, "description", "$");
        IsLatest = reader.Flag(document, "isLatest", "$") ?? false;
        IsPublished = reader.Flag(document, "isPublished", "$") ?? false;
        IsReadonly = reader.Flag(document, "isReadonly", "$") ?? false;
        IsSystem = reader.Flag(document, "isSystem", "$") ?? false;
        CreatedAt = reader.Instant(document, "createdAt", "$");
        Options = WorkflowOptions.Read(reader, document);
        Variables = reader.List(document, "variables", "$", VariableDefinition.Read);
        Inputs = reader.List(document, "inputs", "$", ArgumentDefinition.Read);
        Outputs = reader.List(document, "outputs", "$", ArgumentDefinition.Read);
        Outcomes = reader.List(document, "outcomes", "$", (_, element, _) => element.ValueKind == JsonValueKind.String ? element.GetString()! : element.GetRawText());
        Root = document.TryGetProperty("root", out var root) && root.ValueKind != JsonValueKind.Null ? root : null;
    }

    /// <summary>File or id that the definition came from, for messages.</summary>
    public string Source { get; }

    /// <summary>The whole document.</summary>
    public JsonElement Document { get; }

    /// <summary>Id of this version.</summary>
    public string Id { get; }

    /// <summary>Id that all versions share.</summary>
    public string DefinitionId { get; }

    /// <summary>Number of this version, from 1.</summary>
    public int Version { get; }

    /// <summary>Name that people see.</summary>
    public string? Name { get; }

    /// <summary>What the workflow is for.</summary>
    public string? Description { get; }

    /// <summary>True for the newest version.</summary>
    public bool IsLatest { get; }

    /// <summary>True for the version that new instances start with.</summary>
    public bool IsPublished { get; }

    /// <summary>True if the designer must not change it.</summary>
    public bool IsReadonly { get; }

    /// <summary>True if it belongs to the system.</summary>
    public bool IsSystem { get; }

    /// <summary>When this version was made, if the document says so.</summary>
    public DateTimeOffset? CreatedAt { get; }

    /// <summary>Options.</summary>
    public WorkflowOptions Options { get; }

    /// <summary>Variables of the workflow.</summary>
    public IReadOnlyList<VariableDefinition> Variables { get; }

    /// <summary>Declared inputs.</summary>
    public IReadOnlyList<ArgumentDefinition> Inputs { get; }

    /// <summary>Declared outputs.</summary>
    public IReadOnlyList<ArgumentDefinition> Outputs { get; }

    /// <summary>Outcomes when used as an activity.</summary>
    public IReadOnlyList<string> Outcomes { get; }

    /// <summary>The outermost activity; null if the document has none.</summary>
    public JsonElement? Root { get; }

    /// <summary>Reads a definition; throws <see cref="DefinitionException"/> if it is not one.</summary>
    /// <param name="json">The document.</param>
    /// <param name="source">File or id for messages.</param>
    public static WorkflowDefinition Parse(string json, string source = "definition")
    {
        JsonElement document;
        try
        {
            using var parsed = JsonDocument.Parse(json);
            document = parsed.RootElement.Clone();
        }
        catch (JsonException exception)
        {
            throw new DefinitionException(source, exception.Path ?? "$", $"is not JSON: {exception.Message}", exception);
        }

        return FromElement(document, source);
    }

    /// <summary>Reads a definition from a parsed document.</summary>
    public static WorkflowDefinition FromElement(JsonElement document, string source = "definition") => document.ValueKind == JsonValueKind.Object
        ? new WorkflowDefinition(document.Clone(), source)
        : throw new DefinitionException(source, "$", $"must be a JSON object with definitionId and root, not {document.ValueKind}.");

    /// <summary>The document with some top-level fields replaced or added; a null value removes the field. Everything else stays where it was.</summary>
    public WorkflowDefinition With(params IEnumerable<(string Name, JsonNode? Value)> changes)
    {
        var node = JsonObject.Create(Document)!;
        foreach (var (name, value) in changes)
        {
            if (value is null)
            {
                node.Remove(name);
            }
            else
            {
                node[name] = value;
            }
        }

        return FromElement(JsonSerializer.SerializeToElement(node), Source);
    }

    /// <summary>The document as JSON text.</summary>
    public string ToJson(bool indented = false) => JsonSerializer.Serialize(Document, indented ? PlainJson.IndentedOptions : PlainJson.Options);
}

/// <summary>Options of a definition.</summary>
/// <param name="UsableAsActivity">True if other workflows may contain it as an activity.</param>
/// <param name="AutoUpdateConsumingWorkflows">True if those are moved to new versions when one is published.</param>
/// <param name="IncidentStrategyType">Elsa's type name of the incident strategy; null for Fault.</param>
/// <param name="ActivationStrategyType">Elsa's type name of the activation strategy.</param>
/// <param name="ActivityCategory">Category in the palette when usable as an activity.</param>
public sealed record WorkflowOptions(
    bool UsableAsActivity, bool AutoUpdateConsumingWorkflows, string? IncidentStrategyType, string? ActivationStrategyType, string? ActivityCategory)
{
    /// <summary>True if an incident leaves the other branches running.</summary>
    public bool ContinuesWithIncidents => IncidentStrategyType?.Contains("ContinueWithIncidents", StringComparison.Ordinal) == true;

    internal static WorkflowOptions Read(DefinitionReader reader, JsonElement document)
    {
        if (!document.TryGetProperty("options", out var options) || options.ValueKind != JsonValueKind.Object)
        {
            return new(UsableAsActivity: false, AutoUpdateConsumingWorkflows: false, IncidentStrategyType: null, ActivationStrategyType: null, ActivityCategory: null);
        }

        return new(
            reader.Flag(options, "usableAsActivity", "$.options") ?? false,
            reader.Flag(options, "autoUpdateConsumingWorkflows", "$.options") ?? false,
            reader.Text(options, "incidentStrategyType", "$.options"),
            reader.Text(options, "activationStrategyType", "$.options"),
            reader.Text(options, "activityCategory", "$.options"));
    }
}

/// <summary>A declared variable.</summary>
/// <param name="Id">Id that activities refer to.</param>
/// <param name="Name">Name that expressions use.</param>
/// <param name="TypeName">Alias of its type.</param>
/// <param name="IsArray">True for an array of that type.</param>
/// <param name="Value">Default, usually text; null for the type's default.</param>
/// <param name="StorageDriverTypeName">Elsa's type name of the storage driver; null keeps it in memory only.</param>
public sealed record VariableDefinition(string Id, string Name, string TypeName, bool IsArray, object? Value, string? StorageDriverTypeName)
{
    internal static VariableDefinition Read(DefinitionReader reader, JsonElement element, string path)
    {
        reader.RequireObject(element, path, "a variable with id, name and typeName");
        var name = reader.Text(element, "name", path) ?? "";
        return new(
            reader.Text(element, "id", path) is { Length: > 0 } id ? id : name,
            name,
            reader.Text(element, "typeName", path) ?? "Object",
            reader.Flag(element, "isArray", path) ?? false,
            element.TryGetProperty("value", out var value) ? PlainJson.FromElement(value) : null,
            reader.Text(element, "storageDriverTypeName", path));
    }
}

/// <summary>A declared input or output of a workflow.</summary>
/// <param name="Name">Name.</param>
/// <param name="TypeName">Alias of its type.</param>
/// <param name="IsArray">True for an array of that type.</param>
/// <param name="DisplayName">Label.</param>
/// <param name="Description">Help text.</param>
/// <param name="Category">Tab in the editor.</param>
/// <param name="UIHint">Editor; null for outputs.</param>
public sealed record ArgumentDefinition(
    string Name, string TypeName, bool IsArray, string? DisplayName, string? Description, string? Category, string? UIHint)
{
    internal static ArgumentDefinition Read(DefinitionReader reader, JsonElement element, string path)
    {
        reader.RequireObject(element, path, "an argument with name and type");
        return new(
            reader.RequiredText(element, "name", path),
            reader.Text(element, "type", path) ?? reader.Text(element, "typeName", path) ?? "Object",
            reader.Flag(element, "isArray", path) ?? false,
            reader.Text(element, "displayName", path),
            reader.Text(element, "description", path),
            reader.Text(element, "category", path),
            reader.Text(element, "uiHint", path));
    }
}
