using System.Globalization;
using Send.Core.Results;
using Send.Engine;
using Send.Engine.Definitions;
using Send.Engine.Execution;
using Send.Engine.Migration;

namespace Send.Persistence.Workflows;

/// <summary>Does to instances what people ask for from outside: retry, other values, another version. Each is checked against the state of this very step.</summary>
internal sealed class OperatorRouter(InstanceSession session, BurstSeries bursts, IDefinitionSource definitions)
{
    public async Task<Error?> RetryAsync(RetryInstance retry, CancellationToken ct)
    {
        if (await session.FindAsync(retry.InstanceId, ct) is not { } instance)
        {
            return Missing(retry.InstanceId);
        }

        return await bursts.RunAsync(instance, new RetryStimulus(retry.ActivityIds), ct)
            ? null
            : new Error("instance.nothing-faulted", "Nothing in this workflow instance has failed, so there is nothing to run again.", Kind: ErrorKind.Conflict);
    }

    public async Task<Error?> WriteAsync(WriteVariables write, CancellationToken ct)
    {
        if (await session.FindAsync(write.InstanceId, ct) is not { } instance)
        {
            return Missing(write.InstanceId);
        }

        if (instance.State.Status == WorkflowStatus.Finished)
        {
            return new Error("instance.ended", "The workflow instance has ended; its variables do not change any more.", Kind: ErrorKind.Conflict);
        }

        var workflow = await PresentAsync(instance, ct);
        if (Check(workflow, write.Values) is { } refusal)
        {
            return refusal;
        }

        await bursts.RunAsync(instance, new WriteVariablesStimulus(write.Values), ct);
        return null;
    }

    public async Task<Error?> MoveAsync(MoveInstance move, CancellationToken ct)
    {
        if (await session.FindAsync(move.InstanceId, ct) is not { } instance)
        {
            return Missing(move.InstanceId);
        }

        if (await definitions.FindByVersionIdAsync(move.DefinitionVersionId, ct) is not { } target)
        {
            return new Error("definition.not-found", "There is no such version of the workflow definition.", Kind: ErrorKind.NotFound);
        }

        var present = await PresentAsync(instance, ct);
        var report = VersionMove.Check(instance.State, present, target, move.Values);
        if (!report.IsPossible)
        {
            var first = report.Findings[0];
            return new Error(
                "instance.move-blocked",
                string.Create(CultureInfo.InvariantCulture, $"The instance cannot go on with version {report.ToVersion}: {first.Kind} {first.ActivityName ?? first.Variable}."),
                Kind: ErrorKind.Conflict);
        }

        if (move.Values is { } values && Check(target, values) is { } refusal)
        {
            return refusal;
        }

        await bursts.RunAsync(target, instance, new MoveStimulus(present, move.Values), ct);
        return null;
    }

    private static Error? Check(CompiledWorkflow workflow, IReadOnlyDictionary<string, object?> values)
    {
        foreach (var (name, value) in values)
        {
            if (VariableValues.Find(workflow, name) is not { } variable)
            {
                return new Error("variable.unknown", $"The workflow stores no variable “{name}”.", $"/variables/{name}");
            }

            if (VariableValues.Check(variable, value) is { } problem)
            {
                return new Error("variable.value", $"“{variable.Name}” is of type {variable.TypeName}: {problem}", $"/variables/{name}");
            }
        }

        return null;
    }

    private async Task<CompiledWorkflow> PresentAsync(LoadedInstance instance, CancellationToken ct) =>
        await definitions.FindByVersionIdAsync(instance.State.DefinitionVersionId, ct)
        ?? throw new InvalidOperationException($"Instance {instance.Row.Id} runs version {instance.State.DefinitionVersionId} of '{instance.Row.DefinitionId}', which is not stored.");

    private static Error Missing(string id) => new("instance.not-found", $"There is no workflow instance “{id}”.", Kind: ErrorKind.NotFound);
}
