using System.Text.Json.Nodes;

namespace Send.Core.Forms;

/// <summary>JSON Schema of one field.</summary>
internal static class FieldSchema
{
    private static readonly (string, string) None = (string.Empty, string.Empty);

    public static JsonObject Of(FormField field, JsonNode? example, FormContext context, string language)
    {
        var schema = new JsonObject { ["title"] = field.Label.In(language) };
        if (field.Help is { } help)
        {
            schema["description"] = help.In(language);
        }

        Shape(schema, field, context, language);
        Bounds(schema, field);
        if (field.Pattern is { } pattern)
        {
            schema["pattern"] = $"^(?:{pattern})$";
        }

        if (example is not null)
        {
            schema["example"] = example.DeepClone();
            schema["examples"] = new JsonArray(example.DeepClone());
        }

        schema["x-type"] = FormJson.NameOf(field.Type);
        Extras(schema, field);
        return schema;
    }

    private static void Extras(JsonObject schema, FormField field)
    {
        foreach (var (key, condition) in new[] { ("x-visibleWhen", field.VisibleWhen), ("x-requiredWhen", field.RequiredWhen) })
        {
            if (condition is not null)
            {
                schema[key] = FormJson.ToNode(condition);
            }
        }

        if (field.Unit is { } unit)
        {
            schema["x-unit"] = unit;
        }

        if (field.Prefill is { } prefill)
        {
            schema["x-prefill"] = prefill;
        }

        if (field.Sensitive)
        {
            schema["x-sensitive"] = true;
        }

        if (field.ReadOnly)
        {
            schema["readOnly"] = true;
        }
    }

    private static void Shape(JsonObject schema, FormField field, FormContext context, string language)
    {
        var (type, format) = Primitive(field.Type);
        schema["type"] = type;
        if (format.Length > 0)
        {
            schema["format"] = format;
        }

        switch (field.Type)
        {
            case FieldType.Choice:
                schema["enum"] = Values(field);
                schema["x-labels"] = Labels(field, language);
                break;
            case FieldType.Multi:
                schema["items"] = new JsonObject { ["type"] = "string", ["enum"] = Values(field) };
                schema["uniqueItems"] = true;
                schema["x-labels"] = Labels(field, language);
                break;
            case FieldType.Cefr:
                schema["enum"] = new JsonArray([.. IsoCodes.Cefr.Select(level => JsonValue.Create(level))]);
                break;
            case FieldType.Country or FieldType.Language:
                schema["pattern"] = field.Type == FieldType.Country ? "^[A-Z]{2}$" : "^[a-z]{2}$";
                break;
            case FieldType.Phone:
                schema["pattern"] = "^(\\+|00)[0-9 ().-]{6,20}$";
                break;
            case FieldType.Signature:
                schema["properties"] = new JsonObject
                {
                    ["name"] = new JsonObject { ["type"] = "string", ["title"] = language == "it" ? "Nome di chi ha firmato" : "Name of who signed", ["example"] = "Giulia Rossi" },
                    ["signedOn"] = new JsonObject { ["type"] = "string", ["format"] = "date", ["title"] = language == "it" ? "Data della firma" : "Signed on", ["example"] = "2027-01-15" },
                };
                schema["required"] = new JsonArray("name", "signedOn");
                schema["additionalProperties"] = false;
                break;
            case FieldType.Table:
                schema["items"] = Row(field, context, language);
                break;
        }
    }

    /// <summary>Columns have the examples of the form's file, but for papers, which are those of the case.</summary>
    private static JsonObject Row(FormField field, FormContext context, string language)
    {
        return new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject(field.Columns.Select(c => KeyValuePair.Create(c.Id, (JsonNode?)Of(c, FormExamples.Static(c, c.Type == FieldType.File ? context : FormSample.Context), context, language)))),
            ["required"] = new JsonArray([.. field.Columns.Where(c => c.Required && c.VisibleWhen is null).Select(c => JsonValue.Create(c.Id))]),
            ["additionalProperties"] = false,
        };
    }

    private static (string Type, string Format) Primitive(FieldType type) => type switch
    {
        FieldType.Int or FieldType.Scale5 => ("integer", ""),
        FieldType.Decimal or FieldType.Money => ("number", ""),
        FieldType.Bool => ("boolean", ""),
        FieldType.Multi or FieldType.Table => ("array", ""),
        FieldType.Signature => ("object", ""),
        FieldType.Date => ("string", "date"),
        FieldType.DateTime => ("string", "date-time"),
        FieldType.Email => ("string", "email"),
        FieldType.Url => ("string", "uri"),
        FieldType.File or FieldType.Organisation or FieldType.Offer => ("string", "uuid"),
        _ => ("string", ""),
    };

    private static void Bounds(JsonObject schema, FormField field)
    {
        var (min, max) = field.Type == FieldType.Scale5 ? (1, 5) : FieldBounds.Of(field);
        var (least, most) = Primitive(field.Type).Type switch
        {
            "integer" or "number" => ("minimum", "maximum"),
            "array" => ("minItems", "maxItems"),
            "string" when field.Type is FieldType.Text or FieldType.Long or FieldType.City => ("minLength", "maxLength"),
            _ => None,
        };
        if (least.Length > 0 && min is not null)
        {
            schema[least] = min;
        }

        if (most.Length > 0 && max is not null)
        {
            schema[most] = max;
        }
    }

    private static JsonArray Values(FormField field) => new([.. field.Options.Select(o => JsonValue.Create(o.Value))]);

    private static JsonObject Labels(FormField field, string language) => new(field.Options.Select(o => KeyValuePair.Create(o.Value, (JsonNode?)o.Label.In(language))));
}
