using Microsoft.EntityFrameworkCore;
using Send.Core.Auditing;
using Send.Core.Cases;
using Send.Core.Data;
using Send.Core.Documents;
using Send.Core.Forms;
using Send.Core.Results;
using Send.Core.Staff;
using Send.Core.Time;

namespace Send.Core.Tasks;

/// <summary>One task with its form.</summary>
public sealed record TaskDetailsQuery(Guid Id);

/// <summary>Answers <see cref="TaskDetailsQuery"/>. Sensitive fields are filled only for who may read them, and that is audited before the answer.</summary>
public sealed class TaskDetailsHandler(SendData data, FormCatalog forms, SensitiveFields sensitive, ITaskTitles titles, TimeProvider clock)
{
    private const int LastEvents = 20;

    public async Task<Result<TaskDetails>> HandleAsync(TaskDetailsQuery query, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(actor);
        if (TaskAccess.MayRead(actor) is { } refusal)
        {
            return refusal;
        }

        var task = await data.Tasks.AsNoTracking().FirstOrDefaultAsync(row => row.Id == query.Id, ct);
        if (task is null)
        {
            return TaskAccess.NotFound(query.Id);
        }

        if (forms.Find(task.FormId) is not { } form)
        {
            return MissingForm(task);
        }

        var context = await TaskContext.ReadAsync(data, task, clock, ct);
        data.ChangeTracker.Clear();
        var reads = actor.Can(Permission.ReadSensitive);
        var filled = Fill(form, task, context, reads);
        if (reads && SensitiveFields.Of(form).Any(field => !JsonValues.IsEmpty(filled.Values[field])))
        {
            data.Audit.Add(AuditLine.Of("task.sensitive-read", actor, clock, task.CaseId, task.Id, new { form = form.Id }));
            await data.SaveChangesAsync(ct);
        }

        var documents = await CaseDocumentsHandler.ReadAsync(data, task.CaseId, ct);
        if (documents.Count > 0)
        {
            // What the examples of file fields name.
            context.Root["case"]!["document"] = $"{documents[0].Id}";
        }

        var today = clock.Today();
        return new TaskDetails
        {
            Task = (await InboxRows.ReadAsync(data, data.Tasks.Where(row => row.Id == task.Id), titles, today, ct))[0],
            Purpose = form.Purpose,
            Form = form,
            Outcomes = OutcomesOf(form, task),
            Data = filled.Values,
            Origins = filled.Origins,
            Computed = TaskContext.ObjectOf(task.Computed),
            Context = sensitive.Hide(context),
            OfferExamples = await OfferExamplesAsync(form, context, ct),
            Case = (await CaseRows.ReadAsync(data, data.Cases.Where(row => row.Id == task.CaseId), today, ct))[0],
            May = AbilitiesOf(task, actor),
            Documents = documents,
            History = await CaseHistory.LastAsync(data, task.CaseId, LastEvents, ct),
            Comments = await data.Comments.AsNoTracking().Where(row => row.TaskId == task.Id).OrderBy(row => row.At).ThenBy(row => row.Id)
                .Select(row => new CommentRow(row.Id, row.AuthorName, row.At, row.Text)).ToListAsync(ct),
        };
    }

    internal static Error MissingForm(CaseTask task) =>
        new("task.form-missing", $"The form “{task.FormId}” of this task is not installed; put workflows/forms/{task.FormId}.json back.", null, ErrorKind.Conflict);

    /// <summary>The outcomes that the workflow offers, in its order, with the form's words.</summary>
    internal static IReadOnlyList<FormOutcome> OutcomesOf(FormDefinition form, CaseTask task) =>
        [.. task.OutcomeList.Select(name => form.Outcomes.FirstOrDefault(outcome => outcome.Name == name) ?? new FormOutcome(name, new(name)))];

    private async Task<IReadOnlyList<Guid>> OfferExamplesAsync(FormDefinition form, FormContext context, CancellationToken ct)
    {
        var fields = form.Sections.SelectMany(section => section.Fields).Count(field => field.Type == FieldType.Offer);
        if (fields == 0)
        {
            return [];
        }

        var matches = Enumerable.Range(0, fields).Select(index => JsonValues.Text(context.Find($"computed.matches.{index}.offerId"))).OfType<string>().Select(Guid.Parse).ToList();
        var others = await data.Offers.AsNoTracking().Where(offer => offer.Active && !matches.Contains(offer.Id)).OrderBy(offer => offer.Title).ThenBy(offer => offer.Id).Take(fields).Select(offer => offer.Id).ToListAsync(ct);
        return [.. matches, .. others];
    }

    private static PrefilledForm Fill(FormDefinition form, CaseTask task, FormContext context, bool reads)
    {
        var kept = TaskContext.ObjectOf(task.Data);
        if (task.IsOpen)
        {
            return FormPrefill.Fill(form, context, kept, reads);
        }

        var values = kept ?? [];
        foreach (var field in reads ? [] : SensitiveFields.Of(form))
        {
            values.Remove(field);
        }

        return new(values, new Dictionary<string, string>(StringComparer.Ordinal));
    }

    private static TaskAbilities AbilitiesOf(CaseTask task, Actor actor)
    {
        var assigns = actor.Can(Permission.AssignTasks) && task.IsOpen;
        var works = task.IsOpen && TaskAccess.CanWork(actor, task.Role, task.AssigneeId);
        return new(
            Claim: task.IsOpen && task.AssigneeId is null && TaskAccess.CanClaim(actor, task.Role, null),
            Release: works && task.AssigneeId is not null,
            Assign: assigns,
            Work: works,
            MoveDue: assigns);
    }
}
