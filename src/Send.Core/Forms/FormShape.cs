using System.Text.Json;

namespace Send.Core.Forms;

/// <summary>What a form file may contain, part by part. Reports unknown and missing keys and wrong kinds of values with their JSON path.</summary>
internal sealed class FormShape(string file)
{
    private static readonly Dictionary<string, Dictionary<string, (string Kind, bool Required)>> Parts = new(StringComparer.Ordinal)
    {
        ["form"] = Part("id:string! section:string title:text! purpose:text! outcomes:[outcome]! panels:[panel] sections:[section]! rules:[rule]"),
        ["outcome"] = Part("name:string! label:text! hint:text check:bool danger:bool requires:[string]"),
        ["panel"] = Part("kind:string! path:string! title:text!"),
        ["section"] = Part("id:string! title:text! help:text visibleWhen:condition fields:[field]!"),
        ["field"] = Part("id:string! type:type! label:text! help:text required:bool requiredWhen:condition visibleWhen:condition min:number max:number pattern:string "
            + "patternMessage:text options:[option] columns:[field] prefill:string unit:string readOnly:bool sensitive:bool example:any!"),
        ["option"] = Part("value:string! label:text!"),
        ["rule"] = Part("field:string! each:string holds:condition! when:condition message:text!"),
        ["condition"] = Part("all:[condition] any:[condition] not:condition field:string path:string is:any in:[any] atLeast:any atMost:any isSet:bool"),
        ["text"] = Part("en:string! it:string!"),
    };

    private static readonly HashSet<string> Types = Enum.GetValues<FieldType>().Select(FormJson.NameOf).ToHashSet(StringComparer.Ordinal);

    public List<FormFileProblem> Problems { get; } = [];

    public void Check(JsonElement root) => Check(root, "form", "$");

    private void Check(JsonElement value, string kind, string path)
    {
        if (kind[0] == '[')
        {
            if (Expect(value.ValueKind == JsonValueKind.Array, path, "a list"))
            {
                var i = 0;
                foreach (var item in value.EnumerateArray())
                {
                    Check(item, kind[1..^1], $"{path}[{i++}]");
                }
            }
        }
        else if (Parts.TryGetValue(kind, out var part))
        {
            if (Expect(value.ValueKind == JsonValueKind.Object, path, kind == "text" ? "an object with the texts `en` and `it`" : "an object"))
            {
                CheckObject(value, kind, part, path);
            }
        }
        else
        {
            CheckScalar(value, kind, path);
        }
    }

    private void CheckObject(JsonElement value, string kind, Dictionary<string, (string Kind, bool Required)> part, string path)
    {
        foreach (var property in value.EnumerateObject())
        {
            if (part.TryGetValue(property.Name, out var known))
            {
                Check(property.Value, known.Kind, $"{path}.{property.Name}");
            }
            else
            {
                Problems.Add(new(file, $"{path}.{property.Name}", $"Unknown key; a {kind} may have: {string.Join(", ", part.Keys)}."));
            }
        }

        foreach (var missing in part.Where(p => p.Value.Required && !value.TryGetProperty(p.Key, out _)))
        {
            Problems.Add(new(file, $"{path}.{missing.Key}", kind == "text" ? $"The text in `{missing.Key}` is missing; write it in English and Italian." : $"Missing; a {kind} needs `{missing.Key}`."));
        }
    }

    private void CheckScalar(JsonElement value, string kind, string path)
    {
        switch (kind)
        {
            case "string":
                Expect(value.ValueKind == JsonValueKind.String && !string.IsNullOrWhiteSpace(value.GetString()), path, "a text that is not empty");
                break;
            case "bool":
                Expect(value.ValueKind is JsonValueKind.True or JsonValueKind.False, path, "true or false");
                break;
            case "number":
                Expect(value.ValueKind == JsonValueKind.Number, path, "a number");
                break;
            case "type":
                Expect(value.ValueKind == JsonValueKind.String && Types.Contains(value.GetString()!), path, "one of the types " + string.Join(", ", Types));
                break;
            default:
                Expect(value.ValueKind != JsonValueKind.Null, path, "a value");
                break;
        }
    }

    private bool Expect(bool condition, string path, string right)
    {
        if (!condition)
        {
            Problems.Add(new(file, path, $"Here belongs {right}."));
        }

        return condition;
    }

    private static Dictionary<string, (string, bool)> Part(string notation) => notation.Split(' ').Select(entry => entry.Split(':'))
        .ToDictionary(e => e[0], e => (e[1].TrimEnd('!'), e[1].EndsWith('!')), StringComparer.Ordinal);
}
