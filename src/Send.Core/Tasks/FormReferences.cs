using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Send.Core.Data;
using Send.Core.Forms;
using Send.Core.Results;

namespace Send.Core.Tasks;

/// <summary>Checks that what a form names by id is there: offers, organisations, and files among the papers of the case.</summary>
internal static class FormReferences
{
    public static async Task<IReadOnlyList<Error>> UnknownAsync(SendData data, FormDefinition form, JsonObject values, Guid caseId, CancellationToken ct)
    {
        var errors = new List<Error>();
        foreach (var field in form.Sections.SelectMany(section => section.Fields).Where(field => field.Type is FieldType.Offer or FieldType.Organisation))
        {
            if (IdOf(values[field.Id]) is not { } id)
            {
                continue;
            }

            var known = field.Type == FieldType.Offer
                ? await data.Offers.AsNoTracking().AnyAsync(row => row.Id == id, ct)
                : await data.Organisations.AsNoTracking().AnyAsync(row => row.Id == id, ct);
            if (!known)
            {
                errors.Add(new("field.unknown-reference", $"There is no {(field.Type == FieldType.Offer ? "offer" : "organisation")} with the id {id}.", $"/data/{field.Id}"));
            }
        }

        errors.AddRange(await UnknownFilesAsync(data, form, values, caseId, ct));
        return errors;
    }

    private static async Task<IEnumerable<Error>> UnknownFilesAsync(SendData data, FormDefinition form, JsonObject values, Guid caseId, CancellationToken ct)
    {
        var named = Files(form, values).ToList();
        if (named.Count == 0)
        {
            return [];
        }

        var ids = named.Select(file => file.Id).Distinct().ToList();
        var known = await data.Documents.AsNoTracking().Where(row => row.CaseId == caseId && ids.Contains(row.Id)).Select(row => row.Id).ToListAsync(ct);
        return named.Where(file => !known.Contains(file.Id)).Select(file =>
            new Error("field.unknown-file", $"The case has no document with the id {file.Id}; upload the file to the case first and send the id of its document.", $"/data/{file.Pointer}"));
    }

    /// <summary>The ids in file fields and in file columns of tables, with where they stand.</summary>
    private static IEnumerable<(string Pointer, Guid Id)> Files(FormDefinition form, JsonObject values)
    {
        foreach (var field in form.Fields)
        {
            if (field.Type == FieldType.File && IdOf(values[field.Id]) is { } id)
            {
                yield return (field.Id, id);
            }

            foreach (var column in field.Columns.Where(column => column.Type == FieldType.File))
            {
                foreach (var (index, row) in (values[field.Id] as JsonArray ?? []).Index())
                {
                    if (IdOf((row as JsonObject)?[column.Id]) is { } inRow)
                    {
                        yield return ($"{field.Id}/{index}/{column.Id}", inRow);
                    }
                }
            }
        }
    }

    private static Guid? IdOf(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) && Guid.TryParse(text, out var id) ? id : null;
}
