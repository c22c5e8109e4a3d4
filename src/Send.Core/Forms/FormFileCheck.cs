using System.Text.RegularExpressions;

namespace Send.Core.Forms;

/// <summary>Checks of one form by itself, after its shape is known to be right.</summary>
internal sealed partial class FormFileCheck(string file, FormDefinition form)
{
    private static readonly string[] PanelKinds = ["matches", "checks", "outcomes", "facts"];
    private readonly List<FormFileProblem> problems = [];

    [GeneratedRegex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Kebab();

    [GeneratedRegex("^[a-z][A-Za-z0-9]*$", RegexOptions.None, 1000)]
    private static partial Regex Camel();

    [GeneratedRegex("^[A-Z][A-Za-z0-9]*$", RegexOptions.None, 1000)]
    private static partial Regex Pascal();

    public IReadOnlyList<FormFileProblem> Run()
    {
        Expect(Kebab().IsMatch(form.Id) && form.Id + ".json" == file, "$.id", "The id is the file's name without extension, in lower case with hyphens.");
        Expect(form.Section is null || Camel().IsMatch(form.Section), "$.section", "A section is a camel case name such as `needs`.");
        Expect(form.Outcomes.Count > 0, "$.outcomes", "A form has at least one outcome, such as Done.");
        Unique(form.Outcomes.Select(o => o.Name), Pascal(), i => $"$.outcomes[{i}].name", "An outcome's name is a word in Pascal case, used once.");
        for (var i = 0; i < form.Outcomes.Count; i++)
        {
            var requires = form.Outcomes[i].Requires ?? [];
            Expect(requires.All(id => form.Fields.Any(f => f.Id == id)), $"$.outcomes[{i}].requires", "`requires` names fields of this form.");
        }

        Unique(form.Sections.Select(s => s.Id), Camel(), i => $"$.sections[{i}].id", "A section's id is in camel case and used once.");
        Unique(form.Fields.Select(f => f.Id), Camel(), i => FieldPath(i) + ".id", "A field's id is in camel case and used once in the form.");
        for (var i = 0; i < form.Panels.Count; i++)
        {
            Expect(PanelKinds.Contains(form.Panels[i].Kind), $"$.panels[{i}].kind", "A panel is one of: " + string.Join(", ", PanelKinds) + ".");
            Path(form.Panels[i].Path, $"$.panels[{i}].path");
        }

        for (var s = 0; s < form.Sections.Count; s++)
        {
            Expect(form.Sections[s].Fields.Count > 0, $"$.sections[{s}].fields", "A section has at least one field.");
            Condition(form.Sections[s].VisibleWhen, $"$.sections[{s}].visibleWhen", table: null);
            for (var f = 0; f < form.Sections[s].Fields.Count; f++)
            {
                Field(form.Sections[s].Fields[f], $"$.sections[{s}].fields[{f}]", table: null);
            }
        }

        for (var i = 0; i < form.Rules.Count; i++)
        {
            Rule(form.Rules[i], $"$.rules[{i}]");
        }

        return problems;
    }

    private void Rule(FormRule rule, string path)
    {
        var table = form.Fields.FirstOrDefault(f => f.Id == rule.Each);
        Expect(rule.Each is null || table?.Type == FieldType.Table, path + ".each", "`each` names a table of the form.");
        Expect((table?.Columns ?? form.Fields).Any(f => f.Id == rule.Field), path + ".field", "The field does not exist; the message is shown at a field of the form, or a column with `each`.");
        Condition(rule.Holds, path + ".holds", table);
        Condition(rule.When, path + ".when", table);
    }

    private void Field(FormField field, string path, FormField? table)
    {
        new FieldFileCheck(field, table is not null, path, Expect).Run();
        foreach (var prefill in table is null ? FormPrefill.Paths(field) : [])
        {
            Path(prefill, path + ".prefill");
        }

        Condition(field.RequiredWhen, path + ".requiredWhen", table);
        Condition(field.VisibleWhen, path + ".visibleWhen", table);
        Unique(field.Columns.Select(c => c.Id), Camel(), i => $"{path}.columns[{i}].id", "A column's id is in camel case and used once in the table.");
        for (var i = 0; i < field.Columns.Count; i++)
        {
            Field(field.Columns[i], $"{path}.columns[{i}]", field);
        }
    }

    private void Condition(Condition? condition, string path, FormField? table)
    {
        if (condition is null)
        {
            return;
        }

        var parts = (condition.All ?? []).Select((c, i) => (c, $"{path}.all[{i}]")).Concat((condition.Any ?? []).Select((c, i) => (c, $"{path}.any[{i}]"))).ToList();
        if (condition.Not is { } not)
        {
            parts.Add((not, path + ".not"));
        }

        parts.ForEach(part => Condition(part.c, part.Item2, table));
        var forms = new[] { condition.All is not null, condition.Any is not null, condition.Not is not null, condition.Field is not null, condition.Path is not null }.Count(x => x);
        Expect(forms == 1, path, "A condition is exactly one of `all`, `any`, `not`, or a comparison of a `field` or a `path`.");
        if (condition.Field is null && condition.Path is null)
        {
            return;
        }

        var operands = new[] { condition.Is, condition.AtLeast, condition.AtMost }.Concat(condition.In ?? []).OfType<System.Text.Json.Nodes.JsonNode>().ToList();
        Expect(operands.Count > 0 || condition.IsSet is not null, path, "A comparison has one of `is`, `in`, `atLeast`, `atMost`, `isSet`.");
        var compared = condition.Field is { } id ? Find(id, table) : null;
        Expect(condition.Field is null || compared is not null, path + ".field", $"There is no field `{condition.Field}` in this form; context paths go into `path`.");
        if (condition.Path is { } context)
        {
            Path(context, path + ".path");
        }

        foreach (var operand in operands)
        {
            Expect(!Operand.IsMalformed(operand), path, "A reference is `$name` or `$case.return` with an optional offset such as `+30d`, `-2w`, `+3m`.");
            if (Operand.PathOf(operand) is { } reference && Find(reference, table) is null)
            {
                Path(reference, path);
            }
            else if (compared?.Options.Count > 0 && Operand.PathOf(operand) is null)
            {
                Expect(compared.Options.Any(o => o.Value == JsonValues.Text(operand)), path, $"`{operand.ToJsonString()}` is not an option of `{compared.Id}`.");
            }
        }
    }

    private FormField? Find(string id, FormField? table) => table?.Columns.FirstOrDefault(c => c.Id == id) ?? form.Fields.FirstOrDefault(f => f.Id == id);

    /// <summary>Paths into rows of the database are known exactly, facts are checked across forms, what activities compute is theirs.</summary>
    private void Path(string contextPath, string path)
    {
        var root = contextPath.Split('.')[0];
        Expect(FormContext.Roots.Contains(root, StringComparer.Ordinal), path, $"`{contextPath}` is no context path; those start with {string.Join(", ", FormContext.Roots)}.");
        if (root is "case" or "participant" or "sending" or "host" or "offer")
        {
            var known = FormSample.Context.Find(contextPath) is not null;
            Expect(known, path, $"`{contextPath}` does not exist; `{root}` has {string.Join(", ", (FormSample.Context.Root[root]?.AsObject() ?? []).Select(p => p.Key))}.");
        }
    }

    private void Unique(IEnumerable<string> names, Regex pattern, Func<int, string> path, string right)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var i = 0;
        foreach (var name in names)
        {
            Expect(seen.Add(name) && pattern.IsMatch(name), path(i++), right);
        }
    }

    private string FieldPath(int index)
    {
        for (var s = 0; s < form.Sections.Count; s++)
        {
            if (index < form.Sections[s].Fields.Count)
            {
                return $"$.sections[{s}].fields[{index}]";
            }

            index -= form.Sections[s].Fields.Count;
        }

        return "$.sections";
    }

    private void Expect(bool condition, string path, string right)
    {
        if (!condition)
        {
            problems.Add(new(file, path, right));
        }
    }
}
