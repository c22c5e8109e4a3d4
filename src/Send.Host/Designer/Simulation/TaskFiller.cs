using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Send.Core.Cases;
using Send.Core.Data;
using Send.Core.Forms;
using Send.Core.Results;
using Send.Core.Tasks;

namespace Send.Host.Designer.Simulation;

/// <summary>Completes a task as a person would who has nothing special to say: the form's example values, and the chosen ones over them. The form engine judges them.</summary>
internal sealed class TaskFiller(SimulationWorld world, FormCatalog forms, string language)
{
    private const int Attempts = 4;

    /// <summary>Completes it; the refusal when the form takes neither the examples nor anything less.</summary>
    public async Task<Result<TaskCompletion>> CompleteAsync(OpenTask task, SimulationAnswer? answer, CancellationToken ct)
    {
        var (values, plain) = await ExamplesAsync(task, ct);
        var chosen = answer?.Data?.Select(pair => pair.Key).ToHashSet(StringComparer.Ordinal) ?? [];
        Override(values, answer?.Data);
        var outcome = answer?.Outcome ?? task.Outcomes[0];
        var actor = ScratchPeople.Of(task.Role, language);
        for (var attempt = 1; ; attempt++)
        {
            var sent = values.DeepClone().AsObject();
            var result = await world.UseAsync((CompleteTaskHandler handler) => handler.HandleAsync(new(task.Id, outcome, sent, task.Revision), actor, ct));
            if (result.IsSuccess || attempt == Attempts || !Yield(values, result.Errors, attempt == 1 ? plain : null, chosen))
            {
                return result;
            }
        }
    }

    /// <summary>Raises an event with the examples of its form.</summary>
    public async Task<Result<CaseEventAnswer>> RaiseAsync(Guid caseId, SimulationEvent said, CancellationToken ct)
    {
        var values = await world.DataAsync(async db =>
        {
            var @case = await db.Cases.AsNoTracking().FirstAsync(row => row.Id == caseId, ct);
            var person = await db.Participants.AsNoTracking().FirstAsync(row => row.Id == @case.ParticipantId, ct);
            var today = Send.Core.Time.OfficeDay.Of(world.Clock.Now);
            var context = CaseContext.Of(@case, person, null, null, null, [], null, today);

            // Not what is known: an event says what is different from it.
            return new JsonObject(forms.Get(CaseEvents.FormOf(said.Name)).Fields.Select(field => KeyValuePair.Create(field.Id, FormExamples.Static(field, context))));
        });
        Override(values, said.Data);
        var chosen = said.Data?.Select(pair => pair.Key).ToHashSet(StringComparer.Ordinal) ?? [];
        for (var attempt = 1; ; attempt++)
        {
            var sent = values.DeepClone().AsObject();
            var result = await world.UseAsync((RaiseCaseEventHandler handler) =>
                handler.HandleAsync(new(caseId, said.Name, sent), ScratchPeople.Of(Send.Core.Staff.StaffRole.Coordinator, language), ct));
            if (result.IsSuccess || attempt == Attempts || !Yield(values, result.Errors, null, chosen))
            {
                return result;
            }
        }
    }

    /// <summary>Gives way on the fields that were refused and that nobody chose: the file's own example first, then nothing. False when there is nothing to give way on.</summary>
    private static bool Yield(JsonObject values, IReadOnlyList<Error> errors, JsonObject? plain, HashSet<string> chosen)
    {
        var moved = false;
        foreach (var field in errors.Select(error => error.Field?.Split('/') is [_, "data", var id, ..] ? id : null).OfType<string>().Distinct(StringComparer.Ordinal).Where(id => !chosen.Contains(id)))
        {
            if (plain?[field] is { } example && !JsonNode.DeepEquals(example, values[field]))
            {
                values[field] = example.DeepClone();
                moved = true;
            }
            else
            {
                moved |= values.Remove(field);
            }
        }

        return moved;
    }

    private static void Override(JsonObject values, JsonObject? chosen)
    {
        foreach (var (field, value) in chosen ?? [])
        {
            values.Remove(field);
            if (value is not null)
            {
                values[field] = value.DeepClone();
            }
        }
    }

    /// <summary>Examples that fit the case, and those of the file alone. Fields that name an offer get one that exists, the best match first.</summary>
    private Task<(JsonObject Fitting, JsonObject Plain)> ExamplesAsync(OpenTask open, CancellationToken ct) => world.DataAsync(async db =>
    {
        var task = await db.Tasks.AsNoTracking().FirstAsync(row => row.Id == open.Id, ct);
        var form = forms.Get(task.FormId);
        var context = await TaskContext.ReadAsync(db, task, world.Clock, ct);
        var examples = FormExamples.Of(form, context);
        var fields = form.Fields.Where(field => field.Type == FieldType.Offer).ToList();
        if (fields.Count > 0)
        {
            var offers = await OffersAsync(db, context, fields.Count, ct);
            foreach (var (index, field) in fields.Index().Where(_ => offers.Count > 0))
            {
                examples[field.Id] = offers[Math.Min(index, offers.Count - 1)];
            }
        }

        return (examples, FormExamples.Of(form, FormContext.Empty));
    });

    private static async Task<List<string>> OffersAsync(SendData data, FormContext context, int most, CancellationToken ct)
    {
        var matches = Enumerable.Range(0, most).Select(index => (string?)context.Find($"computed.matches.{index}.offerId")).OfType<string>().ToList();
        var others = await data.Offers.AsNoTracking().Where(offer => offer.Active).OrderBy(offer => offer.Title).ThenBy(offer => offer.Country).Select(offer => offer.Id).ToListAsync(ct);
        return [.. matches, .. others.Select(id => id.ToString()).Where(id => !matches.Contains(id, StringComparer.Ordinal))];
    }
}
