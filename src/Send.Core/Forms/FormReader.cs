using System.Globalization;
using System.Text.Json.Nodes;

namespace Send.Core.Forms;

/// <summary>Reads the values of a form one by one into their kept notation and collects what is wrong with each.</summary>
internal sealed class FormReader(string language, bool complete)
{
    private static readonly IReadOnlyList<FieldError> None = [];
    private readonly Dictionary<string, List<FieldError>> errors = new(StringComparer.Ordinal);

    /// <summary>Values that are well formed.</summary>
    public JsonObject Values { get; } = [];

    public IReadOnlyList<FieldError> ErrorsOf(FormField field) => errors.TryGetValue(field.Id, out var found) ? found : None;

    public void Read(FormField field, JsonNode? value)
    {
        if (JsonValues.IsEmpty(value))
        {
            return;
        }

        var found = new List<FieldError>();
        var kept = field.Type == FieldType.Table ? Rows(field, value!, found) : Cell(field, value!, "/" + field.Id, found);
        if (kept is not null && !JsonValues.IsEmpty(kept))
        {
            Values[field.Id] = kept;
        }

        if (found.Count > 0)
        {
            errors[field.Id] = found;
        }
    }

    /// <summary>Cells that must be filled and are not. Rows are counted as kept.</summary>
    public static IEnumerable<FieldError> MissingCells(FormField table, JsonObject data, FormContext context, string language)
    {
        var rows = data[table.Id]?.AsArray() ?? [];
        for (var i = 0; i < rows.Count; i++)
        {
            var row = rows[i]!.AsObject();
            var conditions = new Conditions(data, context, row);
            foreach (var column in table.Columns.Where(c => JsonValues.IsEmpty(row[c.Id]) && (c.VisibleWhen is null || conditions.Holds(c.VisibleWhen))))
            {
                if (FormValidator.IsRequired(column, conditions))
                {
                    yield return FormValidator.Problem($"/{table.Id}/{i}/{column.Id}", "field.required", language, column.Label.In(language));
                }
            }
        }
    }

    private JsonArray? Rows(FormField table, JsonNode value, List<FieldError> found)
    {
        var label = table.Label.In(language);
        if (value is not JsonArray rows)
        {
            found.Add(FormValidator.Problem("/" + table.Id, "field.table", language, label));
            return null;
        }

        var kept = new JsonArray();
        var count = rows.Count;
        while (count > 0 && JsonValues.IsEmpty(rows[count - 1]))
        {
            count--; // a page's empty last row says nothing
        }

        for (var i = 0; i < count; i++)
        {
            if (rows[i] is JsonObject row)
            {
                kept.Add((JsonNode)Row(table, row, $"/{table.Id}/{i}", found));
            }
            else
            {
                found.Add(FormValidator.Problem($"/{table.Id}/{i}", "field.row", language, label));
            }
        }

        Bound(table, kept.Count, "/" + table.Id, ("field.tooFew", "field.tooMany"), found);
        return kept;
    }

    private JsonObject Row(FormField table, JsonObject row, string pointer, List<FieldError> found)
    {
        found.AddRange(row.Where(p => table.Columns.All(c => c.Id != p.Key))
            .Select(p => FormValidator.Problem($"{pointer}/{Pointer.Escape(p.Key)}", "field.unknown", language, p.Key)));
        var kept = new JsonObject();
        foreach (var column in table.Columns.Where(c => !JsonValues.IsEmpty(row[c.Id])))
        {
            if (Cell(column, row[column.Id]!, $"{pointer}/{column.Id}", found) is { } cell)
            {
                kept[column.Id] = cell;
            }
        }

        return kept;
    }

    private JsonNode? Cell(FormField field, JsonNode value, string pointer, List<FieldError> found)
    {
        var (kept, problem) = FieldReader.Read(field, value);
        var before = found.Count;
        if (problem is not null)
        {
            var right = field.Options.Count > 0 ? string.Join(", ", field.Options.Select(o => o.Value)) : "300";
            found.Add(FormValidator.Problem(pointer, problem, language, field.Label.In(language), right));
        }
        else if (JsonValues.Number(kept) is { } number)
        {
            Bound(field, number, pointer, ("field.tooSmall", "field.tooLarge"), found, always: true);
        }
        else if (kept is JsonArray ticks)
        {
            Bound(field, ticks.Count, pointer, ("field.tooFew", "field.tooMany"), found);
        }
        else if (JsonValues.Text(kept) is { } text)
        {
            Bound(field, text.Length, pointer, ("field.tooShort", "field.tooLong"), found);
            if (field.Pattern is { } pattern && !FieldPattern.Fits(pattern, text))
            {
                found.Add(new(pointer, "field.pattern", field.PatternMessage?.In(language) ?? FormMessages.Say("field.pattern", language, field.Label.In(language))));
            }
        }

        return found.Count == before ? kept : null;
    }

    /// <summary>An incomplete form may have too little of something, never too much.</summary>
    private void Bound(FormField field, decimal size, string pointer, (string Less, string More) codes, List<FieldError> found, bool always = false)
    {
        var (min, max) = FieldBounds.Of(field);
        if (min is { } least && size < least && (complete || always))
        {
            found.Add(FormValidator.Problem(pointer, codes.Less, language, field.Label.In(language), least.ToString("0.##", CultureInfo.InvariantCulture)));
        }
        else if (max is { } most && size > most)
        {
            found.Add(FormValidator.Problem(pointer, codes.More, language, field.Label.In(language), most.ToString("0.##", CultureInfo.InvariantCulture)));
        }
    }
}
