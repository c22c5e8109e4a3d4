namespace Send.Activities.Tasks;

/// <summary>What the activities of Send ask of an execution: its case and its instance.</summary>
internal static class CaseExecution
{
    /// <summary>The case that the workflow works for: the correlation id.</summary>
    public static Guid CaseId(this ActivityExecutionContext context) =>
        Guid.TryParse(context.WorkflowExecutionContext.CorrelationId, out var id)
            ? id
            : throw new InvalidOperationException("This workflow has no case: its correlation id must be the id of one. A sub-process gets it from the input “Correlation ID”.");

    /// <summary>Id of the workflow instance; Send starts its workflows with ids that are GUIDs.</summary>
    public static Guid InstanceId(this ActivityExecutionContext context) =>
        Guid.TryParse(context.WorkflowExecutionContext.Id, out var id)
            ? id
            : throw new InvalidOperationException($"Workflow instance “{context.WorkflowExecutionContext.Id}” cannot order tasks: its id is not a GUID.");
}
