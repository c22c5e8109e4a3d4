using System.Text.Json.Nodes;

namespace Send.Core.Forms;

/// <summary>Fills a form from what the case already knows.</summary>
public static class FormPrefill
{
    /// <summary>The draft's values, and for fields that the draft does not have those of their prefill paths. Values that do not fit their field are left out.
    /// Without <paramref name="sensitive"/> sensitive fields stay empty.</summary>
    public static PrefilledForm Fill(FormDefinition form, FormContext context, JsonObject? draft, bool sensitive = true)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(context);
        var values = new JsonObject();
        var origins = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in form.Fields.Where(f => sensitive || !f.Sensitive))
        {
            if (draft?.ContainsKey(field.Id) == true && !field.ReadOnly)
            {
                values[field.Id] = draft[field.Id]?.DeepClone();
            }
            else if (Source(field, context) is var (value, path))
            {
                values[field.Id] = value;
                origins[field.Id] = path;
            }
        }

        return new(values, origins);
    }

    /// <summary>What the field's prefill path holds now, in the field's notation; null when nothing or nothing that fits.</summary>
    public static JsonNode? ValueOf(FormField field, FormContext context)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(context);
        return Source(field, context)?.Value;
    }

    internal static IEnumerable<string> Paths(FormField field) =>
        field.Prefill?.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    private static (JsonNode Value, string Path)? Source(FormField field, FormContext context)
    {
        foreach (var path in Paths(field))
        {
            if (context.Find(path) is { } found && !JsonValues.IsEmpty(found) && Fit(field, found) is { } value)
            {
                return (value, path);
            }
        }

        return null;
    }

    private static JsonNode? Fit(FormField field, JsonNode found)
    {
        if (field.Type != FieldType.Table)
        {
            return FieldReader.Read(field, AsField(field, found)).Value;
        }

        if (found is not JsonArray rows)
        {
            return null;
        }

        var kept = new JsonArray();
        foreach (var row in rows.OfType<JsonObject>())
        {
            var cells = field.Columns
                .Select(c => (c.Id, Value: Named(row, c) is { } cell && !JsonValues.IsEmpty(cell) ? FieldReader.Read(c, AsField(c, cell)).Value : null))
                .Where(c => c.Value is not null).ToList();
            if (cells.Count > 0)
            {
                kept.Add((JsonNode)new JsonObject(cells.Select(c => KeyValuePair.Create(c.Id, c.Value))));
            }
        }

        return kept.Count > 0 ? kept : null;
    }

    private static JsonNode? Named(JsonObject row, FormField column) => row[column.Prefill ?? column.Id];

    /// <summary>A date field may be filled from a point in time, a text from a number or a list of texts, a choice of many from one.</summary>
    private static JsonNode AsField(FormField field, JsonNode found) => field.Type switch
    {
        FieldType.Date when JsonValues.Instant(found) is not null => JsonValue.Create(JsonValues.Text(found)![..10]),
        FieldType.Text or FieldType.Long when JsonValues.Number(found) is not null => JsonValue.Create(found.ToJsonString()),
        FieldType.Text or FieldType.Long when found is JsonArray list && list.All(item => JsonValues.Text(item) is not null) => JsonValue.Create(
            string.Join(field.Type == FieldType.Long ? "\n" : ", ", list.Select(JsonValues.Text))),
        FieldType.Multi when JsonValues.Text(found) is not null => new JsonArray(found.DeepClone()),
        _ => found,
    };
}

/// <summary>Values to show in an untouched form. <see cref="Origins"/> names for each field that was filled in the context path it came from.</summary>
public sealed record PrefilledForm(JsonObject Values, IReadOnlyDictionary<string, string> Origins);
