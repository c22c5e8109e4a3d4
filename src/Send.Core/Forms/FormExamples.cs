using System.Text.Json.Nodes;

namespace Send.Core.Forms;

/// <summary>Example values of a form for a given case: what would be prefilled where that passes the field's own check, else the example of the file with its references
/// resolved. Together they fill the form for its first outcome.</summary>
public static class FormExamples
{
    private const string Paper = "case.document";

    /// <summary>One example per field. References that the context cannot resolve are resolved against the sample case. The example of a file is a paper of the case
    /// (`case.document`); a case without papers has none, so that nobody sends the id of a file that does not exist.</summary>
    public static JsonObject Of(FormDefinition form, FormContext context)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(context);
        return new(form.Fields.Select(field => KeyValuePair.Create(field.Id, Of(field, context))).Where(pair => pair.Value is not null));
    }

    /// <summary>The example of one field; null for a file of a case that has no papers.</summary>
    public static JsonNode? Of(FormField field, FormContext context)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(context);
        return FormPrefill.ValueOf(field, context) is { } value && Passes(field, value, context) ? value : Static(field, context);
    }

    /// <summary>The file's example with references resolved, whatever is known: for a form that says what has changed. Null for a file where the context has none.</summary>
    public static JsonNode? Static(FormField field, FormContext context)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(context);
        if (field.Type == FieldType.File)
        {
            return context.Find(Paper)?.DeepClone();
        }

        var example = Operand.Resolve(field.Example, path => context.Find(path) ?? FormSample.Context.Find(path)) ?? field.Example.DeepClone();
        foreach (var column in field.Columns.Where(column => column.Type == FieldType.File))
        {
            foreach (var row in (example as JsonArray ?? []).OfType<JsonObject>().Where(row => row.Remove(column.Id)))
            {
                if (context.Find(Paper) is { } paper)
                {
                    row[column.Id] = paper.DeepClone();
                }
            }
        }

        return example;
    }

    private static bool Passes(FormField field, JsonNode value, FormContext context)
    {
        var reader = new FormReader("en", complete: true);
        reader.Read(field, value);
        return reader.ErrorsOf(field).Count == 0
            && (field.Type != FieldType.Table || !FormReader.MissingCells(field, reader.Values, context, "en").Any());
    }
}
