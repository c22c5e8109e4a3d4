using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Send.Core.Auditing;
using Send.Core.Processes;
using Send.Core.Results;
using Send.Core.Staff;
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
        var definitions = step.Services.GetRequiredService<IDefinitionSource>();
        if (await definitions.FindAsync(definitionId, version, ct) is not { } workflow)
        {
            return new Error("definition.not-found", $"There is no workflow definition “{definitionId}” in that version.", Kind: ErrorKind.NotFound);
        }

        var rows = step.Services.GetRequiredService<SendDbContext>().Set<StoredInstance>().AsNoTracking();
        if (await ActivationRule.RefuseAsync(workflow.Definition, start.CorrelationId, rows, ct) is { } refusal)
        {
            return refusal;
        }

        step.Data.Audit.Add(AuditLine.Of(
            "instance.started", actor, clock, await CaseOfAsync(step, start.CorrelationId, ct), data: new { instance = start.InstanceId, definition = definitionId, version = workflow.Definition.Version }));
        step.Add(new StartVersion(definitionId, workflow.Definition.Id, start));
        return start.InstanceId;
    }

    private static async Task<Guid?> CaseOfAsync(ProcessStep step, string? correlationId, CancellationToken ct) =>
        Guid.TryParse(correlationId, out var id) && await step.Data.Cases.AnyAsync(row => row.Id == id, ct) ? id : null;
}
