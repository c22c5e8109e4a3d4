using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Send.Core.Data;
using Send.Core.Forms;
using Send.Core.Results;

namespace Send.Core.Tasks;

/// <summary>Checks that the offers and organisations that a form names exist. Files are checked by whoever opens them: a paper may be put in later.</summary>
internal static class FormReferences
{
    public static async Task<IReadOnlyList<Error>> UnknownAsync(SendData data, FormDefinition form, JsonObject values, CancellationToken ct)
    {
        var errors = new List<Error>();
        foreach (var field in form.Sections.SelectMany(section => section.Fields).Where(field => field.Type is FieldType.Offer or FieldType.Organisation))
        {
            if (values[field.Id] is not JsonValue value || !value.TryGetValue<string>(out var text) || !Guid.TryParse(text, out var id))
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

        return errors;
    }
}
