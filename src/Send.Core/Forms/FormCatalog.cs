using System.Text.Json;
using System.Text.Json.Nodes;

namespace Send.Core.Forms;

/// <summary>The forms of a folder, checked as a whole: a catalogue that exists is usable. Immutable.</summary>
public sealed class FormCatalog
{
    private readonly Dictionary<string, FormDefinition> forms;

    private FormCatalog(Dictionary<string, FormDefinition> forms, FormContext sample)
    {
        this.forms = forms;
        SampleContext = sample;
    }

    /// <summary>All forms, by id.</summary>
    public IReadOnlyCollection<FormDefinition> All => forms.Values;

    /// <summary>The sample case with facts as the forms' examples make them.</summary>
    public FormContext SampleContext { get; }

    /// <summary>Loads every `*.json` of the folder; throws <see cref="FormCatalogException"/> that lists all problems.</summary>
    public static FormCatalog Load(string folder) =>
        Read(Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal).Select(path => (Path.GetFileName(path), File.ReadAllText(path))));

    /// <summary>Loads forms from texts; the file name without extension is the form's id.</summary>
    public static FormCatalog Read(IEnumerable<(string File, string Json)> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        var problems = new List<FormFileProblem>();
        var forms = new Dictionary<string, FormDefinition>(StringComparer.Ordinal);
        foreach (var (file, json) in files)
        {
            if (Parse(file, json, problems) is { } form)
            {
                forms[form.Id] = form;
            }
        }

        var sample = Sample(forms.Values);
        foreach (var form in forms.Values)
        {
            problems.AddRange(CatalogCheck.Problems(form, forms.Values, sample));
        }

        return problems.Count == 0 ? new(forms, sample) : throw new FormCatalogException(problems);
    }

    /// <summary>The form of that id; null when there is none.</summary>
    public FormDefinition? Find(string id) => forms.GetValueOrDefault(id);

    /// <summary>The form of that id; throws <see cref="KeyNotFoundException"/> when there is none.</summary>
    public FormDefinition Get(string id) => Find(id) ?? throw new KeyNotFoundException($"There is no form “{id}”; add workflows/forms/{id}.json.");

    private static FormDefinition? Parse(string file, string json, List<FormFileProblem> problems)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowDuplicateProperties = false });
            var shape = new FormShape(file);
            shape.Check(document.RootElement);
            problems.AddRange(shape.Problems);
            if (shape.Problems.Count > 0)
            {
                return null;
            }

            var form = document.RootElement.Deserialize<FormDefinition>(FormJson.Options)!;
            var found = new FormFileCheck(file, form).Run();
            problems.AddRange(found);
            return found.Count == 0 ? form : null;
        }
        catch (JsonException e)
        {
            problems.Add(new(file, e.Path ?? "$", "This is not valid JSON: " + e.Message));
            return null;
        }
    }

    private static FormContext Sample(IEnumerable<FormDefinition> forms)
    {
        var root = FormSample.Context.Root.DeepClone().AsObject();
        var facts = root["facts"]!.AsObject();
        foreach (var form in forms.Where(f => f.Section is not null))
        {
            var section = facts[form.Section!] as JsonObject ?? [];
            foreach (var (key, value) in FormExamples.Of(form, FormSample.Context))
            {
                section[key] = value?.DeepClone();
            }

            facts[form.Section!] = section;
        }

        return new(root);
    }
}
