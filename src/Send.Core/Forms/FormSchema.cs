using System.Text.Json.Nodes;

namespace Send.Core.Forms;

/// <summary>Turns forms into JSON Schema.</summary>
public static class FormSchema
{
    /// <summary>Describes the form for that outcome (the first one when null) in a case. An outcome that does not check has no required properties. Titles are in
    /// <paramref name="language"/>; examples fit the case where the context knows it.</summary>
    public static FormSchemas Build(FormDefinition form, string? outcome = null, FormContext? context = null, string language = "en")
    {
        ArgumentNullException.ThrowIfNull(form);
        context ??= FormSample.Context;
        var chosen = form.Outcomes.FirstOrDefault(o => o.Name == outcome) ?? form.Outcomes[0];
        var examples = FormExamples.Of(form, context);
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["$id"] = $"urn:send:form:{form.Id}",
            ["title"] = form.Title.In(language),
            ["description"] = form.Purpose.In(language),
            ["type"] = "object",
            ["properties"] = new JsonObject(form.Fields.Select(f => KeyValuePair.Create(f.Id, (JsonNode?)FieldSchema.Of(f, examples[f.Id], context, language)))),
            ["additionalProperties"] = false,
        };
        Demands(schema, form, chosen, context);

        schema["examples"] = new JsonArray(examples);
        return new(schema, Ui(form));
    }

    private static void Demands(JsonObject schema, FormDefinition form, FormOutcome outcome, FormContext context)
    {
        var required = new JsonArray([.. (outcome.Requires ?? []).Select(id => JsonValue.Create(id))]);
        var conditional = new JsonArray();
        foreach (var (section, field) in form.Sections.SelectMany(s => s.Fields.Select(f => (s, f)))
            .Where(x => outcome.Check && outcome.Requires?.Contains(x.f.Id, StringComparer.Ordinal) != true && (x.f.Required || x.f.RequiredWhen is not null)))
        {
            Condition?[] parts = [section.VisibleWhen, field.VisibleWhen, field.Required ? null : field.RequiredWhen];
            var conditions = parts.OfType<Condition>().ToList();
            if (conditions.Count == 0)
            {
                required.Add(field.Id);
            }
            else if (ConditionSchema.Of(new Condition { All = conditions }, context) is { } when)
            {
                conditional.Add((JsonNode)new JsonObject { ["if"] = when, ["then"] = new JsonObject { ["required"] = new JsonArray(field.Id) } });
            }
        }

        schema["required"] = required;
        if (conditional.Count > 0)
        {
            schema["allOf"] = conditional;
        }
    }

    /// <summary>The file without its examples, which the schema has.</summary>
    private static JsonObject Ui(FormDefinition form)
    {
        var ui = FormJson.ToNode(form).AsObject();
        foreach (var field in ui["sections"]!.AsArray().SelectMany(s => s!["fields"]!.AsArray()).OfType<JsonObject>())
        {
            field.Remove("example");
            foreach (var column in (field["columns"] as JsonArray ?? []).OfType<JsonObject>())
            {
                column.Remove("example");
            }
        }

        ui["order"] = new JsonArray([.. form.Fields.Select(f => JsonValue.Create(f.Id))]);
        return ui;
    }
}

/// <summary>A form as the API shows it: <paramref name="Schema"/> is JSON Schema 2020-12 with an example on every property (a file has one when the case has a paper), <paramref name="Ui"/> the sections, order,
/// panels, outcomes and labels in every language.</summary>
public sealed record FormSchemas(JsonObject Schema, JsonObject Ui);
