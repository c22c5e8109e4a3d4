namespace Send.Core.Forms;

/// <summary>Checks of a form among the others: paths into facts name fields of a form of that section, and the examples pass the form's rules.</summary>
internal static class CatalogCheck
{
    public static IEnumerable<FormFileProblem> Problems(FormDefinition form, IReadOnlyCollection<FormDefinition> all, FormContext sample)
    {
        var file = form.Id + ".json";
        foreach (var field in form.Fields)
        {
            foreach (var path in FormPrefill.Paths(field).Where(p => p.StartsWith("facts.", StringComparison.Ordinal)))
            {
                if (FactsProblem(path, all) is { } problem)
                {
                    yield return new(file, $"$..{field.Id}.prefill", problem);
                }
            }
        }

        var check = FormValidator.Validate(form, FormExamples.Of(form, sample), form.Outcomes[0].Name, sample, "en");
        foreach (var error in check.Errors)
        {
            yield return new(file, "$..example" + error.Pointer, $"The examples do not pass the form for {form.Outcomes[0].Name}: {error.Message}");
        }
    }

    private static string? FactsProblem(string path, IReadOnlyCollection<FormDefinition> all)
    {
        var parts = path.Split('.');
        var owners = all.Where(f => f.Section == parts[1]).ToList();
        if (owners.Count == 0)
        {
            return $"No form has the section `{parts[1]}`; sections are {string.Join(", ", all.Select(f => f.Section).OfType<string>().Distinct(StringComparer.Ordinal))}.";
        }

        return parts.Length > 2 && owners.SelectMany(o => o.Fields).All(f => f.Id != parts[2]) ? $"The form of section `{parts[1]}` has no field `{parts[2]}`." : null;
    }
}
