using System.Text.Json;
using System.Text.Json.Serialization;
using Send.Core.Forms;

namespace Send.Host.Components.Forms;

/// <summary>Forms of the product's own pages (enrolment, participant, organisation, offer): embedded files `Features/PageForms/{id}.json` in the notation of task forms, so
/// that one renderer and one check serve both. Their field ids are the property names of the requests they fill.</summary>
internal static class PageForms
{
    /// <summary>JSON of requests and forms: camel case, enumerations by name.</summary>
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>The form of that id; throws when there is none, which a test keeps from happening.</summary>
    public static FormDefinition Load(string id)
    {
        using var stream = typeof(PageForms).Assembly.GetManifestResourceStream($"PageForms/{id}.json")
            ?? throw new InvalidOperationException($"There is no page form “{id}”.");
        return JsonSerializer.Deserialize<FormDefinition>(stream, Json)!;
    }

    /// <summary>The form with these choices for one of its fields.</summary>
    public static FormDefinition WithOptions(this FormDefinition form, string fieldId, IEnumerable<(string Value, string Text)> options)
    {
        var choices = options.Select(option => new FormOption(option.Value, new(option.Text, option.Text))).ToList();
        return form with
        {
            Sections = [.. form.Sections.Select(section => section with
            {
                Fields = [.. section.Fields.Select(field => field.Id == fieldId ? field with { Options = choices } : field)],
            })],
        };
    }
}
