using System.Text.Json;
using System.Text.Json.Nodes;
using Send.Core.Cases;
using Send.Core.Forms;
using Send.Core.Reference;

namespace Send.Host.Designer.Api.Descriptors;

/// <summary>Human tasks as Elsa Studio sees them. Studio knows the ports of an activity from its type alone, but the outcomes of a human task are those of its form; so each form is an
/// entry of its own in the palette, with its title and its outcomes as ports. Definitions keep `Send.HumanTask` with the form as an input, as every other reader of them expects:
/// the types are changed on the way to Studio and back.</summary>
internal sealed class TaskForms(FormCatalog forms, ReferenceData reference)
{
    public const string HumanTask = "Send.HumanTask";
    private const string Prefix = HumanTask + ".";
    private const string FormKey = "form";
    private const string OutcomesKey = "outcomes";
    private const string Done = "Done";

    /// <summary>The type in code behind a type that Studio names.</summary>
    public static string TypeInCode(string type) => type.StartsWith(Prefix, StringComparison.Ordinal) ? HumanTask : type;

    /// <summary>The form of a type that Studio names; null for other types.</summary>
    public static string? FormIdOf(string type) => type.StartsWith(Prefix, StringComparison.Ordinal) ? type[Prefix.Length..] : null;

    /// <summary>One palette entry per form, made from the entry for any form.</summary>
    public IEnumerable<ActivityModel> Entries(ActivityModel any, string category, string language) => forms.All
        .Where(form => !CaseEvents.All.Any(name => form.Id == CaseEvents.FormOf(name)))
        .Select(form => any with
        {
            TypeName = Prefix + form.Id,
            Name = string.Concat(form.Id.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..])),
            Category = category,
            DisplayName = form.Title.In(language),
            Description = form.Purpose.In(language),
            Inputs = [.. any.Inputs.Where(input => input.Name is not ("Form" or "Outcomes") && (input.Name != "KeepAs" || form.Section is null)).Select(input => input.Name == "Role" ? input with { DefaultValue = RoleOf(form) } : input)],
            Ports = [.. form.Outcomes.Select(outcome => new PortModel(outcome.Name, outcome.Label.In(language), "Flow", IsBrowsable: true))],
            ConstructionProperties = new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                [FormKey] = Literal("String", form.Id),
                [OutcomesKey] = List(form.Outcomes.Select(outcome => outcome.Name)),
                ["role"] = Literal("Send.Core.Staff.StaffRole, Send.Core", RoleOf(form)),
            },
        });

    /// <summary>What a new task with any form begins with: an outcome, so that it can be connected.</summary>
    public static ActivityModel WithDefaults(ActivityModel any) => any with
    {
        ConstructionProperties = new Dictionary<string, object?>(StringComparer.Ordinal) { [OutcomesKey] = List([Done]) },
    };

    /// <summary>Changes a definition, or any part of one, to what Studio is to see; returns it.</summary>
    public JsonNode? ToDesigner(JsonNode? node) => Walk(node, activity =>
    {
        if (TypeOf(activity) == HumanTask && FormOf(activity) is { } form && OutcomesOf(activity) is { } outcomes && (outcomes.Count == 0 || SameAs(form, outcomes)))
        {
            activity["type"] = Prefix + form.Id;
        }
    });

    /// <summary>Changes what came from Studio to what definitions keep; returns it. A task whose form was chosen after its outcome was proposed gets the outcomes of that form.</summary>
    public JsonNode? FromDesigner(JsonNode? node) => Walk(node, activity =>
    {
        if (TypeOf(activity) is not { } type || TypeInCode(type) != HumanTask)
        {
            return;
        }

        if (type != HumanTask)
        {
            activity["type"] = HumanTask;
            activity[FormKey] ??= Literal("String", type[Prefix.Length..]);
        }

        if (FormOf(activity) is { } form && OutcomesOf(activity) is [Done] && form.Outcomes.All(outcome => outcome.Name != Done))
        {
            activity[OutcomesKey] = List(form.Outcomes.Select(outcome => outcome.Name));
        }
    });

    private static JsonNode? Walk(JsonNode? node, Action<JsonObject> change)
    {
        switch (node)
        {
            case JsonObject map:
                change(map);
                foreach (var (_, value) in map)
                {
                    Walk(value, change);
                }

                break;
            case JsonArray list:
                foreach (var item in list)
                {
                    Walk(item, change);
                }

                break;
        }

        return node;
    }

    private static string? TypeOf(JsonObject activity) => activity["type"] is JsonValue type && type.TryGetValue(out string? text) && activity.ContainsKey("id") ? text : null;

    private static bool SameAs(FormDefinition form, IReadOnlyCollection<string> outcomes) => form.Outcomes.Select(outcome => outcome.Name).ToHashSet(StringComparer.Ordinal).SetEquals(outcomes);

    private static JsonObject Literal(string typeName, string value) => new() { ["typeName"] = typeName, ["expression"] = new JsonObject { ["type"] = "Literal", ["value"] = value } };

    /// <summary>A list as Studio's editor of outcomes keeps it: JSON text.</summary>
    private static JsonObject List(IEnumerable<string> values) => new()
    {
        ["typeName"] = "List<String>",
        ["expression"] = new JsonObject { ["type"] = "Object", ["value"] = new JsonArray([.. values.Select(value => (JsonNode)value)]).ToJsonString() },
    };

    private FormDefinition? FormOf(JsonObject activity) =>
        activity[FormKey] is JsonObject input && input["expression"] is JsonObject expression && (string?)expression["type"] == "Literal"
        && expression["value"] is JsonValue value && value.TryGetValue(out string? id)
            ? forms.Find(id)
            : null;

    /// <summary>The outcomes that are written in the activity, none when it leaves them to the form; null when an expression computes them.</summary>
    private static IReadOnlyList<string>? OutcomesOf(JsonObject activity)
    {
        if (activity[OutcomesKey] is not JsonObject input || input["expression"] is not JsonObject expression || expression["value"] is not { } value)
        {
            return [];
        }

        if ((string?)expression["type"] is not ("Object" or "Literal" or "Json"))
        {
            return null;
        }

        var list = value as JsonArray ?? ListIn(value);
        return list is null ? null : [.. list.Select(item => item?.ToString() ?? "")];
    }

    private static JsonArray? ListIn(JsonNode value)
    {
        try
        {
            return value is JsonValue text && text.TryGetValue(out string? json) ? string.IsNullOrWhiteSpace(json) ? [] : JsonNode.Parse(json) as JsonArray : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Who usually does it, as the plan of deadlines says.</summary>
    private string RoleOf(FormDefinition form) => reference.Plan.Steps.FirstOrDefault(step => step.Code == form.Id)?.Role.ToString() ?? "Coordinator";
}
