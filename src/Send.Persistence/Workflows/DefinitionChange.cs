using System.Text.Json.Nodes;

namespace Send.Persistence.Workflows;

/// <summary>How much two texts of a definition differ. What a designer adds by opening one (empty lists, nulls, sizes that it measured) is no change.</summary>
public enum DefinitionChange
{
    /// <summary>Nothing that anybody would notice.</summary>
    None,

    /// <summary>Only sizes of boxes, which the designer measures anew each time.</summary>
    Sizes,

    /// <summary>Where boxes and lines lie.</summary>
    Layout,

    /// <summary>What runs, or what people read.</summary>
    Content,
}

/// <summary>Compares definitions.</summary>
public static class DefinitionComparison
{
    private static readonly HashSet<string> Envelope = new(StringComparer.Ordinal)
    {
        "$schema", "links", "id", "definitionId", "version", "createdAt", "isLatest", "isPublished", "isSystem", "isReadonly", "toolVersion",
    };

    private static readonly HashSet<string> FalseIsNothing = new(StringComparer.Ordinal)
    {
        "isArray", "canStartWorkflow", "runAsynchronously", "usableAsActivity", "autoUpdateConsumingWorkflows",
    };

    private static readonly HashSet<string> EmptyIsNothing = new(StringComparer.Ordinal)
    {
        "vertices", "metadata", "customProperties", "notFoundConnections", "variables", "inputs", "outputs", "outcomes", "connections", "activities", "options",
        "VariableTestValues", "designer", "description",
    };

    /// <summary>The difference between two documents.</summary>
    public static DefinitionChange Between(JsonObject before, JsonObject after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var (old, current) = (Copy(before), Copy(after));
        foreach (var ignored in new[] { DefinitionChange.None, DefinitionChange.Sizes, DefinitionChange.Layout })
        {
            // Each leaves out more than the one before.
            Strip(old, ignored, inDesigner: false);
            Strip(current, ignored, inDesigner: false);
            if (JsonNode.DeepEquals(old, current))
            {
                return ignored;
            }
        }

        return DefinitionChange.Content;
    }

    /// <summary>A copy without what only says which version it is.</summary>
    private static JsonObject Copy(JsonObject document)
    {
        var copy = (JsonObject)document.DeepClone();
        foreach (var name in Envelope)
        {
            copy.Remove(name);
        }

        return copy;
    }

    private static void Strip(JsonNode? node, DefinitionChange ignored, bool inDesigner)
    {
        if (node is JsonArray items)
        {
            foreach (var item in items)
            {
                Strip(item, ignored, inDesigner: false);
            }
        }
        else if (node is JsonObject json)
        {
            foreach (var name in json.Select(member => member.Key).ToList())
            {
                // What stands in an expression is a value of the person's, of which nothing is left out.
                if (name != "expression")
                {
                    Strip(json[name], ignored, name == "designer");
                }

                if (IsNothing(name, json[name]) || IsIgnored(name, ignored, inDesigner))
                {
                    json.Remove(name);
                }
                else
                {
                    StorageDrivers.SpellMember(json, name);
                }
            }
        }
    }

    private static bool IsIgnored(string name, DefinitionChange ignored, bool inDesigner) => name switch
    {
        "nodeId" => true,
        "size" => inDesigner && ignored >= DefinitionChange.Sizes,
        "designer" or "vertices" => ignored >= DefinitionChange.Layout,
        _ => false,
    };

    private static bool IsNothing(string name, JsonNode? value) => value switch
    {
        null => true,
        JsonArray { Count: 0 } or JsonObject { Count: 0 } => EmptyIsNothing.Contains(name),
        JsonValue plain when plain.TryGetValue<bool>(out var flag) => !flag && FalseIsNothing.Contains(name),
        JsonValue plain when plain.TryGetValue<string>(out var text) => text.Length == 0 && EmptyIsNothing.Contains(name),
        _ => false,
    };
}

/// <summary>Names of Elsa's storage drivers. Elsa takes both the short and the assembly-qualified form and writes the short one, which is also what the designer is offered.</summary>
public static class StorageDrivers
{
    /// <summary>`Elsa.Workflows.WorkflowInstanceStorageDriver, Elsa.Workflows.Core` → `WorkflowInstanceStorageDriver`; other names stay.</summary>
    public static string ShortName(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.StartsWith("Elsa.", StringComparison.Ordinal) ? name.Split(',')[0].Split('.')[^1] : name;
    }

    /// <summary>Writes the short names into a document.</summary>
    public static void Spell(JsonNode? node)
    {
        if (node is JsonArray items)
        {
            foreach (var item in items)
            {
                Spell(item);
            }
        }
        else if (node is JsonObject json)
        {
            foreach (var name in json.Select(member => member.Key).ToList())
            {
                if (!SpellMember(json, name) && name != "expression")
                {
                    Spell(json[name]);
                }
            }
        }
    }

    /// <summary>Writes the short name into a member, if that is one which names a driver.</summary>
    internal static bool SpellMember(JsonObject json, string name)
    {
        if (name is not ("storageDriverTypeName" or "storageDriverType") || json[name] is not JsonValue driver || !driver.TryGetValue<string>(out var type))
        {
            return false;
        }

        json[name] = ShortName(type);
        return true;
    }
}
