using System.Text.Json;
using Send.Host.Designer.Checks.Outline;

namespace Send.Host.Designer.Checks;

/// <summary>Where a definition names another one.</summary>
internal static class WorkflowReferences
{
    public const string Input = "workflowDefinitionId";

    /// <summary>Activities of the engine that run or start the workflow of an input.</summary>
    public static bool Runs(OutlineActivity activity) => activity.Type is "Elsa.ExecuteWorkflow" or "Elsa.DispatchWorkflow" or "Elsa.BulkDispatchWorkflows";

    /// <summary>Every reference by a constant; an activity that is a workflow itself names it beside its inputs.</summary>
    public static IEnumerable<WorkflowReference> Of(DefinitionOutline outline)
    {
        foreach (var activity in outline.Activities)
        {
            if (Runs(activity))
            {
                if (activity.Input(Input).Literal is { } id)
                {
                    yield return new(activity, id, IsPart: false);
                }
            }
            else if (activity.Descriptor?.WorkflowDefinition?.DefinitionId is { } known)
            {
                yield return new(activity, known, IsPart: true);
            }
            else if (activity.Json.TryGetProperty(Input, out var named) && named.ValueKind == JsonValueKind.String && named.GetString() is { Length: > 0 } missing)
            {
                yield return new(activity, missing, IsPart: true);
            }
        }
    }
}

/// <summary>A reference to a workflow. <paramref name="IsPart"/>: the workflow is used as an activity.</summary>
internal sealed record WorkflowReference(OutlineActivity Activity, string DefinitionId, bool IsPart);
