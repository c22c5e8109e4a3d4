using System.Text;
using System.Text.Json.Nodes;
using Send.Core.Forms;
using Send.Core.Processes;
using Send.Core.Results;
using Send.Core.Staff;

namespace Send.Core.Tasks;

/// <summary>Keeps what was typed so far. The values need not be complete or right; they are checked when the task is completed.</summary>
public sealed record SaveTaskDraft(Guid TaskId, JsonObject Data, long? Revision, Guid? OperationId = null);

/// <summary>Does <see cref="SaveTaskDraft"/>; an unclaimed task becomes the writer's own.</summary>
public sealed class SaveTaskDraftHandler(IProcessRunner runner, FormCatalog forms, TimeProvider clock)
{
    /// <summary>In bytes of JSON.</summary>
    public const int LongestDraft = 512 * 1024;

    public Task<Result<TaskAnswer>> HandleAsync(SaveTaskDraft request, Actor actor, CancellationToken ct) =>
        runner.ChangeTaskAsync(
            request,
            request.TaskId,
            request.Revision,
            request.OperationId,
            actor,
            clock,
            (_, task, _) => Task.FromResult(Save(task, request, actor)),
            ct);

    private Result<AuditFact> Save(CaseTask task, SaveTaskDraft request, Actor actor)
    {
        if (TaskAccess.MayWork(actor, task) is { } refusal)
        {
            return refusal;
        }

        var text = request.Data.ToJsonString();
        if (Encoding.UTF8.GetByteCount(text) > LongestDraft)
        {
            return new Error("task.draft-size", $"A draft is at most {LongestDraft / 1024} KiB of JSON.", "/data");
        }

        if (forms.Find(task.FormId) is not { } form)
        {
            return TaskDetailsHandler.MissingForm(task);
        }

        var check = FormValidator.Validate(form, request.Data, null, FormContext.Empty, actor.Language);
        if (!check.IsValid)
        {
            return Result<AuditFact>.Refused([.. check.Errors.Select(error => new Error(error.Code, error.Message, "/data" + error.Pointer))]);
        }

        if (task.AssigneeId is null)
        {
            task.Claim(actor.Id);
        }

        task.SaveDraft(WithHidden(form, task, request.Data, actor, text));
        return AuditFact.None;
    }

    /// <summary>Sensitive values that the writer cannot see stay in the draft.</summary>
    private static string WithHidden(FormDefinition form, CaseTask task, JsonObject sent, Actor actor, string text)
    {
        if (actor.Can(Permission.ReadSensitive) || TaskContext.ObjectOf(task.Data) is not { } before)
        {
            return text;
        }

        var values = sent.DeepClone().AsObject();
        foreach (var field in SensitiveFields.Of(form).Where(before.ContainsKey))
        {
            values[field] = before[field]?.DeepClone();
        }

        return values.ToJsonString();
    }
}
