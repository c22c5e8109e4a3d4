using System.Text.Json.Nodes;
using Send.Core.Auditing;
using Send.Core.Cases;
using Send.Core.Documents;
using Send.Core.Forms;
using Send.Core.Tasks;

namespace Send.Host.Features.Tasks;

/// <summary>A task as the API shows it.</summary>
internal sealed record TaskView(
    Guid Id,
    string FormId,
    LocalText Title,
    LocalText Purpose,
    TaskState State,
    DateOnly? Due,
    bool Overdue,
    bool HardGate,
    InboxRow Task,
    TaskFormView Form,
    IReadOnlyList<FormOutcome> Outcomes,
    CaseRow Case,
    TaskAbilities May,
    IReadOnlyList<DocumentRow> Documents,
    IReadOnlyList<HistoryRow> History,
    IReadOnlyList<CommentRow> Comments,
    long Revision);

/// <summary>The form: JSON Schema 2020-12 with an example on every property, how it is laid out, the values known so far and where each came from, what activities
/// computed, the names of the outcomes, and the revision to send back.</summary>
internal sealed record TaskFormView(
    JsonObject Schema,
    JsonObject Ui,
    JsonObject Data,
    IReadOnlyDictionary<string, string> Origins,
    JsonObject? Computed,
    IReadOnlyList<string> Outcomes,
    long Revision);

internal static class TaskViews
{
    public static TaskView Of(TaskDetails details, string language)
    {
        var schemas = FormSchema.Build(details.Form, details.Outcomes.Count > 0 ? details.Outcomes[0].Name : null, new FormContext(details.Context), language);
        OfferExamples(details, schemas.Schema);
        var task = details.Task;
        return new(
            task.Id,
            task.FormId,
            task.Title,
            details.Purpose,
            task.State,
            task.Due,
            task.Overdue,
            task.HardGate,
            task,
            new(schemas.Schema, schemas.Ui, details.Data, details.Origins, details.Computed, [.. details.Outcomes.Select(outcome => outcome.Name)], task.Revision),
            details.Outcomes,
            details.Case,
            details.May,
            details.Documents,
            details.History,
            details.Comments,
            task.Revision);
    }

    /// <summary>An example must pass as it stands: one that names no offer of this installation is replaced by one that is there.</summary>
    private static void OfferExamples(TaskDetails details, JsonObject schema)
    {
        var fields = details.Form.Sections.SelectMany(section => section.Fields).Where(field => field.Type == FieldType.Offer).ToList();
        for (var index = 0; index < fields.Count && details.OfferExamples.Count > 0; index++)
        {
            var offer = details.OfferExamples[Math.Min(index, details.OfferExamples.Count - 1)].ToString();
            if (schema["properties"]?[fields[index].Id] is JsonObject property)
            {
                (property["example"], property["examples"]) = (offer, new JsonArray(offer));
            }

            if (schema["examples"]?[0] is JsonObject whole && whole.ContainsKey(fields[index].Id))
            {
                whole[fields[index].Id] = offer;
            }
        }
    }
}
