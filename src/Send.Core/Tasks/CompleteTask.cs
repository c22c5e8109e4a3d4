using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Send.Core.Auditing;
using Send.Core.Cases;
using Send.Core.Data;
using Send.Core.Forms;
using Send.Core.Operations;
using Send.Core.Processes;
using Send.Core.Results;
using Send.Core.Staff;

namespace Send.Core.Tasks;

/// <summary>Completes a task with an outcome and the form's data; the case moves on in the same transaction.</summary>
public sealed record CompleteTask(Guid TaskId, string Outcome, JsonObject Data, long Revision, Guid? OperationId = null);

/// <summary>Does <see cref="CompleteTask"/>. Field errors point into the request (`/data/aim`); `task.stale` and `task.ended` are 409.</summary>
public sealed class CompleteTaskHandler(IProcessRunner runner, FormCatalog forms, ITaskTitles titles, TimeProvider clock)
{
    public Task<Result<TaskCompletion>> HandleAsync(CompleteTask request, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(actor);
        return runner.OnceAsync<TaskCompletion>(request, request.OperationId, actor, clock, (step, token) => CompleteAsync(step, request, actor, token), ct);
    }

    private async Task<Result<Answer<TaskCompletion>>> CompleteAsync(ProcessStep step, CompleteTask request, Actor actor, CancellationToken ct)
    {
        var data = step.Data;
        var task = await data.Tasks.FirstOrDefaultAsync(row => row.Id == request.TaskId, ct);
        if (task is null || TaskAccess.MayRead(actor) is not null)
        {
            return TaskAccess.NotFound(request.TaskId);
        }

        if ((TaskAccess.MayWork(actor, task) ?? TaskAccess.CheckRevision(task, request.Revision)) is { } refusal)
        {
            return refusal;
        }

        if (forms.Find(task.FormId) is not { } form)
        {
            return TaskDetailsHandler.MissingForm(task);
        }

        if (!task.OutcomeList.Contains(request.Outcome, StringComparer.Ordinal))
        {
            return new Error("task.outcome", $"“{request.Outcome}” is not an outcome of this task; they are {string.Join(", ", task.OutcomeList)}.", "/outcome");
        }

        var context = await TaskContext.ReadAsync(data, task, clock, ct);
        var check = FormValidator.Validate(form, WithHidden(form, task, request.Data, context, actor), request.Outcome, context, actor.Language);
        var errors = check.Errors.Select(error => new Error(error.Code, error.Message, "/data" + error.Pointer)).ToList();
        errors.AddRange(await FormReferences.UnknownAsync(data, form, check.Data, task.CaseId, ct));
        if (errors.Count > 0)
        {
            return Result<Answer<TaskCompletion>>.Refused(errors);
        }

        await SubmitAsync(step, task, form, request.Outcome, check.Data, actor, ct);
        var @case = await data.Cases.FirstAsync(row => row.Id == task.CaseId, ct);
        var (stage, status) = (@case.Stage, @case.Status);
        step.Add(new TaskCompleted(task.WorkflowInstanceId, task.Id));
        return Answer.After(() => new TaskCompletion
        {
            TaskId = task.Id,
            CaseId = task.CaseId,
            Outcome = request.Outcome,
            StageBefore = stage,
            Stage = @case.Stage,
            StatusBefore = status,
            Status = @case.Status,
            CaseEnded = @case.IsEnded,
            Opened = OpenedTasks.In(data, task.CaseId, titles, actor),
            Revision = data.NextVersion(task),
        });
    }

    private async Task SubmitAsync(ProcessStep step, CaseTask task, FormDefinition form, string outcome, JsonObject values, Actor actor, CancellationToken ct)
    {
        var change = actor.Change(clock);
        if (form.Section is { } section)
        {
            var book = step.Services.GetRequiredService<FactBook>();
            var facts = values;
            if (form.Outcomes.Any(one => one.Name == outcome && !one.Check))
            {
                // An outcome without check may come with half a form; what is known already stays.
                facts = await book.FindAsync(task.CaseId, section, ct) ?? [];
                foreach (var (key, value) in values)
                {
                    facts[key] = value?.DeepClone();
                }
            }

            await book.WriteAsync(task.CaseId, section, facts, change, task.Id, ct);
        }

        if (task.AssigneeId is null)
        {
            task.Claim(actor.Id);
        }

        task.Complete(outcome, values.ToJsonString(), actor.Id, actor.Name, change.At);
        step.Data.Audit.Add(AuditLine.Of("task.completed", actor, clock, task.CaseId, task.Id, new { form = task.FormId, outcome }));
    }

    /// <summary>Who may not see sensitive fields cannot send them either: they keep what is known.</summary>
    private static JsonObject WithHidden(FormDefinition form, CaseTask task, JsonObject sent, FormContext context, Actor actor)
    {
        if (actor.Can(Permission.ReadSensitive))
        {
            return sent;
        }

        var values = sent.DeepClone().AsObject();
        var known = FormPrefill.Fill(form, context, TaskContext.ObjectOf(task.Data)).Values;
        foreach (var field in SensitiveFields.Of(form))
        {
            values.Remove(field);
            if (known[field] is { } value)
            {
                values[field] = value.DeepClone();
            }
        }

        return values;
    }
}
