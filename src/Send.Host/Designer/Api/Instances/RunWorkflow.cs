using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Send.Core.Auditing;
using Send.Core.Processes;
using Send.Core.Results;
using Send.Core.Staff;
using Send.Engine.Definitions;
using Send.Engine.Execution;
using Send.Engine.Serialization;
using Send.Persistence;
using Send.Persistence.Workflows;

namespace Send.Host.Designer.Api.Instances;

/// <summary>Runs a definition for a person in the designer, until it finishes or waits.</summary>
internal sealed class RunWorkflow(IProcessRunner runner, TimeProvider clock)
{
    /// <summary>The instance's id. `definition.not-found`, `run.not-now` when its activation strategy forbids it.</summary>
    public Task<Result<string>> RunAsync(string definitionId, RunRequest request, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(request);
        var id = Guid.TryParse(request.InstanceId, out var wanted) ? wanted : Guid.CreateVersion7(clock.GetUtcNow());
        var start = new StartStimulus(id.ToString("D"))
        {
            Input = request.Input is { ValueKind: JsonValueKind.Object } input ? PlainJson.FromElement(input) as IReadOnlyDictionary<string, object?> : null,
            CorrelationId = string.IsNullOrWhiteSpace(request.CorrelationId) ? null : request.CorrelationId.Trim(),
            Name = string.IsNullOrWhiteSpace(request.Name) ? null : request.Name.Trim(),
            TriggerActivityId = string.IsNullOrEmpty(request.TriggerActivityId) ? null : request.TriggerActivityId,
        };
        return runner.RunAsync<string>((step, token) => StartAsync(step, definitionId, VersionText.Parse(request.VersionOptions), start, actor, token), ct);
    }

    private async Task<Result<string>> StartAsync(ProcessStep step, string definitionId, VersionOptions version, StartStimulus start, Actor actor, CancellationToken ct)
    {
        CompiledWorkflow? workflow;
        try
        {
            workflow = await step.Services.GetRequiredService<IDefinitionSource>().FindAsync(definitionId, version, ct);
        }
        catch (DefinitionException broken)
        {
            return new Error("definition.broken", $"The workflow cannot run as it is: {broken.Message}");
        }

        if (workflow is null)
        {
            return new Error("definition.not-found", $"There is no workflow definition “{definitionId}” in that version.", Kind: ErrorKind.NotFound);
        }

        var rows = step.Services.GetRequiredService<SendDbContext>().Set<StoredInstance>().AsNoTracking();
        if (await ActivationRule.RefuseAsync(workflow.Definition, start.CorrelationId, rows, ct) is { } refusal)
        {
            return refusal;
        }

        var caseId = await CaseOfAsync(step, start.CorrelationId, ct);
        if (caseId is not null && await rows.AnyAsync(row => row.CorrelationId == start.CorrelationId && row.DefinitionId == definitionId && row.Status == Engine.WorkflowStatus.Running, ct))
        {
            return new Error("run.case-has-it", "The case of this correlation id already runs this workflow; a second run would ask for all its tasks again.", Kind: ErrorKind.Conflict);
        }

        step.Data.Audit.Add(AuditLine.Of(
            "instance.started", actor, clock, caseId, data: new { instance = start.InstanceId, definition = definitionId, version = workflow.Definition.Version }));
        step.Add(new StartVersion(definitionId, workflow.Definition.Id, start));
        return start.InstanceId;
    }

    private static async Task<Guid?> CaseOfAsync(ProcessStep step, string? correlationId, CancellationToken ct) =>
        Guid.TryParse(correlationId, out var id) && await step.Data.Cases.AnyAsync(row => row.Id == id, ct) ? id : null;
}
