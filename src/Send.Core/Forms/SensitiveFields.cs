using System.Text.Json.Nodes;

namespace Send.Core.Forms;

/// <summary>Knows which values may be seen only with the permission to read sensitive data: columns of the participant, and fields that a form marks.</summary>
public sealed class SensitiveFields
{
    private static readonly string[] Participant = ["documentNumber", "healthNotes", "iban"];

    private readonly ILookup<string, string> bySection;

    public SensitiveFields(FormCatalog forms)
    {
        ArgumentNullException.ThrowIfNull(forms);
        bySection = forms.All.Where(form => form.Section is not null)
            .SelectMany(form => Of(form).Select(field => (form.Section, Field: field)))
            .ToLookup(pair => pair.Section!, pair => pair.Field, StringComparer.Ordinal);
    }

    /// <summary>Ids of the form's sensitive fields.</summary>
    public static IEnumerable<string> Of(FormDefinition form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return form.Sections.SelectMany(section => section.Fields).Where(field => field.Sensitive).Select(field => field.Id);
    }

    /// <summary>Takes the sensitive values out of a section of facts.</summary>
    public JsonObject Hide(string section, JsonObject facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        foreach (var field in bySection[section])
        {
            facts.Remove(field);
        }

        return facts;
    }

    /// <summary>A copy of a form's context without sensitive values.</summary>
    public JsonObject Hide(FormContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var root = context.Root.DeepClone().AsObject();
        if (root["participant"] is JsonObject person)
        {
            foreach (var column in Participant)
            {
                person.Remove(column);
            }
        }

        foreach (var (section, facts) in (root["facts"] as JsonObject ?? []).ToList())
        {
            if (facts is JsonObject values)
            {
                Hide(section, values);
            }
        }

        return root;
    }
}
