using Send.Engine.Attributes;
using Send.Engine.Definitions;
using Send.Engine.Execution;
using Send.Engine.Expressions;
using Send.Engine.Models;
using Send.Engine.UIHints;

namespace Send.Engine.Activities;

/// <summary>Runs another workflow within the same burst, as an instance of its own, and waits for it if asked to.</summary>
[Activity("Elsa", "Composition", "Runs another workflow.", Kind = ActivityKind.Task)]
public sealed class ExecuteWorkflow : Activity<ExecuteWorkflowResult>
{
    /// <summary>The definition; its published version runs.</summary>
    [Input(DisplayName = "Workflow Definition", Description = "The workflow to run.", UIHint = InputUIHints.WorkflowDefinitionPicker)]
    public Input<string>? WorkflowDefinitionId { get; set; }

    /// <summary>Business key of the new instance.</summary>
    [Input(DisplayName = "Correlation ID", Description = "The correlation id of the new instance.")]
    public Input<string>? CorrelationId { get; set; }

    /// <summary>Input of the new instance.</summary>
    [Input(Description = "The input of the new instance.", UIHint = InputUIHints.JsonEditor)]
    public Input<IDictionary<string, object>>? Input { get; set; }

    /// <summary>True to go on only when the new instance has finished.</summary>
    [Input(DisplayName = "Wait for Completion", Description = "Whether to wait until the new instance has finished.")]
    public Input<bool>? WaitForCompletion { get; set; }

    /// <inheritdoc />
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var isWaiting = context.Get(WaitForCompletion);
        var workflow = await Children.FindAsync(context, context.Get(WorkflowDefinitionId));
        var instanceId = context.WorkflowExecutionContext.NewId();
        var start = Children.Start(context, instanceId, context.Get(CorrelationId), context.Get(Input));
        var stimulus = new ChildWorkflowStimulus(instanceId);
        var child = await context.WorkflowExecutionContext.Burst.RunInlineAsync(workflow, start);
        if (child.Status == WorkflowStatus.Finished || !isWaiting)
        {
            SetOutcome(context, new ExecuteWorkflowResult(null, child.Id, null, child.Status, child.SubStatus, child.Output));
            await context.CompleteActivityAsync();
            return;
        }

        child.WaitingParent = Children.Bookmark(context, stimulus);
        context.CreateBookmark(stimulus, OnChildCompletedAsync, includeActivityInstanceId: false);
    }

    private async ValueTask OnChildCompletedAsync(ActivityExecutionContext context)
    {
        if (Children.ReadResult(context) is { } result)
        {
            SetOutcome(context, new ExecuteWorkflowResult(null, result.WorkflowInstanceId, null, result.Status, result.SubStatus, result.Output));
        }

        await context.CompleteActivityAsync();
    }

    private void SetOutcome(ActivityExecutionContext context, ExecuteWorkflowResult result) => context.Set((Output?)Result, result.ToPlain(), nameof(Result));
}

/// <summary>Starts another workflow once the burst has been committed, and waits for it if asked to.</summary>
[Activity("Elsa", "Composition", "Starts another workflow on its own.")]
public sealed class DispatchWorkflow : Activity<object>
{
    /// <summary>The definition; its published version is started.</summary>
    [Input(DisplayName = "Workflow Definition", Description = "The workflow to start.", UIHint = InputUIHints.WorkflowDefinitionPicker)]
    public Input<string>? WorkflowDefinitionId { get; set; }

    /// <summary>Business key of the new instance.</summary>
    [Input(DisplayName = "Correlation ID", Description = "The correlation id of the new instance.")]
    public Input<string>? CorrelationId { get; set; }

    /// <summary>Input of the new instance.</summary>
    [Input(Description = "The input of the new instance.", UIHint = InputUIHints.JsonEditor)]
    public Input<IDictionary<string, object>>? Input { get; set; }

    /// <summary>True to go on only when the new instance has finished.</summary>
    [Input(DisplayName = "Wait for Completion", Description = "Whether to wait until the new instance has finished.")]
    public Input<bool>? WaitForCompletion { get; set; }

    /// <summary>Part of Elsa's contract: kept, but without effect here.</summary>
    [Input(Description = "Kept for Elsa; without effect here.", Category = "Open Telemetry", IsBrowsable = false)]
    public Input<bool>? StartNewTrace { get; set; }

    /// <summary>Part of Elsa's contract: kept, but without effect here.</summary>
    [Input(DisplayName = "Channel", Description = "Kept for Elsa; without effect here.", UIHint = InputUIHints.DropDown, IsBrowsable = false)]
    public Input<string>? ChannelName { get; set; }

    /// <inheritdoc />
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var workflow = await Children.FindAsync(context, context.Get(WorkflowDefinitionId));
        var instanceId = context.WorkflowExecutionContext.NewId();
        var start = Children.Start(context, instanceId, context.Get(CorrelationId), context.Get(Input));
        var stimulus = new ChildWorkflowStimulus(instanceId);
        if (context.Get(WaitForCompletion))
        {
            start = start with { ParentBookmark = Children.Bookmark(context, stimulus) };
            context.CreateBookmark(stimulus, OnChildCompletedAsync, includeActivityInstanceId: false);
        }

        context.WorkflowExecutionContext.AddEffect(new DispatchWorkflowEffect(workflow.Definition.DefinitionId, start));
        if (start.ParentBookmark is null)
        {
            await context.CompleteActivityAsync();
        }
    }

    private async ValueTask OnChildCompletedAsync(ActivityExecutionContext context)
    {
        context.Set((Output?)Result, Children.ReadResult(context)?.Output, nameof(Result));
        await context.CompleteActivityAsync();
    }
}

/// <summary>What the activities that start other workflows have in common.</summary>
internal static class Children
{
    public static async ValueTask<CompiledWorkflow> FindAsync(ActivityExecutionContext context, string? definitionId)
    {
        var found = string.IsNullOrEmpty(definitionId)
            ? null
            : await context.GetRequiredService<IDefinitionSource>().FindAsync(definitionId, VersionOptions.Published, context.CancellationToken);
        return found ?? throw new InvalidOperationException($"No published version of workflow definition with ID {definitionId} found.");
    }

    public static StartStimulus Start(ActivityExecutionContext context, string instanceId, string? correlationId, IDictionary<string, object>? input)
    {
        var parentId = context.WorkflowExecutionContext.Id;
        var values = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in input ?? new Dictionary<string, object>(StringComparer.Ordinal))
        {
            values[name] = value;
        }

        values["ParentInstanceId"] = parentId;
        return new StartStimulus(instanceId)
        {
            Input = values,
            CorrelationId = string.IsNullOrEmpty(correlationId) ? null : correlationId,
            ParentInstanceId = parentId,
            Properties = new Dictionary<string, object?>(StringComparer.Ordinal) { ["ParentInstanceId"] = parentId },
        };
    }

    public static ParentBookmark Bookmark(ActivityExecutionContext context, object stimulus, string? activityInstanceId = null) =>
        new(context.Activity.Type, BookmarkHasher.Hash(context.Activity.Type, stimulus, activityInstanceId));

    public static ChildResult? ReadResult(ActivityExecutionContext context) =>
        context.WorkflowInput.TryGetValue(ChildResult.InputKey, out var value) ? ObjectConverter.ConvertTo<ChildResult>(value) : null;
}

/// <summary>Result of ExecuteWorkflow.</summary>
/// <param name="WorkflowDefinitionVersionId">Always null; Elsa has the field and leaves it empty.</param>
/// <param name="WorkflowInstanceId">The instance.</param>
/// <param name="CorrelationId">Always null; Elsa has the field and leaves it empty.</param>
/// <param name="Status">Its state.</param>
/// <param name="SubStatus">Its finer state.</param>
/// <param name="Output">Its output.</param>
public sealed record ExecuteWorkflowResult(
    string? WorkflowDefinitionVersionId, string WorkflowInstanceId, string? CorrelationId, WorkflowStatus Status, WorkflowSubStatus SubStatus, IDictionary<string, object?> Output)
{
    /// <summary>As plain data with the same names, so that scripts see the same before and after a suspension.</summary>
    internal Dictionary<string, object?> ToPlain() => new(StringComparer.Ordinal)
    {
        [nameof(WorkflowDefinitionVersionId)] = WorkflowDefinitionVersionId,
        [nameof(WorkflowInstanceId)] = WorkflowInstanceId,
        [nameof(CorrelationId)] = CorrelationId,
        [nameof(Status)] = Status.ToString(),
        [nameof(SubStatus)] = SubStatus.ToString(),
        [nameof(Output)] = Output,
    };
}
