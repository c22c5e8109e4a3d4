using System.Text.Json.Nodes;

namespace Send.Core.Forms;

/// <summary>Example values of a form for a given case: what would be prefilled where that passes the field's own check, else the example of the file with its references
/// resolved. Together they fill the form for its first outcome.</summary>
public static class FormExamples
{
    /// <summary>One example per field. References that the context cannot resolve are resolved against the sample case.</summary>
    public static JsonObject Of(FormDefinition form, FormContext context)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(context);
        return new(form.Fields.Select(field => KeyValuePair.Create(field.Id, (JsonNode?)Of(field, context))));
    }

    /// <summary>The example of one field.</summary>
    public static JsonNode Of(FormField field, FormContext context)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(context);
        return FormPrefill.ValueOf(field, context) is { } value && Passes(field, value, context) ? value : Static(field, context);
    }

    /// <summary>The file's example with references resolved.</summary>
    internal static JsonNode Static(FormField field, FormContext context) =>
        Operand.Resolve(field.Example, path => context.Find(path) ?? FormSample.Context.Find(path)) ?? field.Example.DeepClone();

    private static bool Passes(FormField field, JsonNode value, FormContext context)
    {
        var reader = new FormReader("en", complete: true);
        reader.Read(field, value);
        return reader.ErrorsOf(field).Count == 0
            && (field.Type != FieldType.Table || !FormReader.MissingCells(field, reader.Values, context, "en").Any());
    }
}
