using System.Text.Json.Nodes;

namespace Send.Core.Forms;

/// <summary>Checks what was entered into a form. The same check serves pages and API.</summary>
public static class FormValidator
{
    /// <summary>Checks <paramref name="data"/> for that outcome. Unknown fields are refused, hidden ones dropped, read-only ones taken from the context. An outcome whose
    /// `check` is false asks only that what is there is well formed. <paramref name="outcome"/> null checks a draft: fields must exist, nothing more.</summary>
    public static FormCheck Validate(FormDefinition form, JsonObject data, string? outcome, FormContext context, string language)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(context);
        var unknown = data.Where(p => form.Fields.All(f => f.Id != p.Key)).Select(p => Problem("/" + Pointer.Escape(p.Key), "field.unknown", language, p.Key)).ToList();
        if (outcome is null)
        {
            return new(Known(form, data), unknown);
        }

        if (form.Outcomes.FirstOrDefault(o => o.Name == outcome) is not { } chosen)
        {
            return new(Known(form, data), [.. unknown, Problem("", "outcome.unknown", language, outcome, string.Join(", ", form.Outcomes.Select(o => o.Name)))]);
        }

        var reader = new FormReader(language, chosen.Check);
        foreach (var field in form.Fields)
        {
            reader.Read(field, field.ReadOnly ? FormPrefill.ValueOf(field, context) : data[field.Id]);
        }

        var kept = Visible(form, reader.Values, context);
        var conditions = new Conditions(kept, context);
        var errors = unknown;
        foreach (var (section, field) in form.Sections.SelectMany(s => s.Fields.Select(f => (s, f))).Where(x => IsVisible(x.s, x.f, conditions)))
        {
            errors.AddRange(reader.ErrorsOf(field));
            var required = chosen.Requires?.Contains(field.Id, StringComparer.Ordinal) == true || (chosen.Check && IsRequired(field, conditions));
            if (required && !kept.ContainsKey(field.Id) && reader.ErrorsOf(field).Count == 0)
            {
                errors.Add(Problem("/" + field.Id, "field.required", language, field.Label.In(language)));
            }
            else if (chosen.Check && field.Type == FieldType.Table)
            {
                errors.AddRange(FormReader.MissingCells(field, kept, context, language));
            }
        }

        if (chosen.Check && errors.Count == 0)
        {
            errors.AddRange(FormRules.Broken(form, kept, context, language));
        }

        return new(kept, errors);
    }

    /// <summary>The fields that a person sees with these data, in order.</summary>
    public static IReadOnlyList<FormField> VisibleFields(FormDefinition form, JsonObject data, FormContext context)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(data);
        var conditions = new Conditions(Visible(form, Known(form, data), context), context);
        return [.. form.Sections.SelectMany(s => s.Fields.Where(f => IsVisible(s, f, conditions)))];
    }

    /// <summary>True when the field must be answered with these data.</summary>
    public static bool IsRequired(FormField field, Conditions conditions)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(conditions);
        return field.Required || (field.RequiredWhen is { } when && conditions.Holds(when));
    }

    internal static FieldError Problem(string pointer, string code, string language, params object[] values) => new(pointer, code, FormMessages.Say(code, language, values));

    internal static bool IsVisible(FormSection section, FormField field, Conditions conditions) =>
        (section.VisibleWhen is null || conditions.Holds(section.VisibleWhen)) && (field.VisibleWhen is null || conditions.Holds(field.VisibleWhen));

    /// <summary>Takes away hidden fields until nothing changes: a field may be hidden because the one that shows it is.</summary>
    private static JsonObject Visible(FormDefinition form, JsonObject values, FormContext context)
    {
        var kept = values.DeepClone().AsObject();
        bool changed;
        do
        {
            var conditions = new Conditions(kept, context);
            var hidden = form.Sections.SelectMany(s => s.Fields.Where(f => kept.ContainsKey(f.Id) && !IsVisible(s, f, conditions))).ToList();
            changed = hidden.Count > 0;
            hidden.ForEach(field => kept.Remove(field.Id));
        }
        while (changed);
        return kept;
    }

    private static JsonObject Known(FormDefinition form, JsonObject data) =>
        new(form.Fields.Where(f => !JsonValues.IsEmpty(data[f.Id])).Select(f => KeyValuePair.Create(f.Id, data[f.Id]?.DeepClone())));
}
