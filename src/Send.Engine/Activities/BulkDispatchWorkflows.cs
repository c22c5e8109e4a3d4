using Send.Engine.Activities.Flowchart.Attributes;
using Send.Engine.Attributes;
using Send.Engine.Execution;
using Send.Engine.Expressions;
using Send.Engine.Memory;
using Send.Engine.Models;
using Send.Engine.Options;
using Send.Engine.UIHints;

namespace Send.Engine.Activities;

/// <summary>Starts a workflow once for each item, and waits for all of them if asked to.</summary>
[Activity("Elsa", "Composition", "Starts a workflow once for each item.", Kind = ActivityKind.Task)]
[FlowNode("Completed", "Canceled", "Done")]
public sealed class BulkDispatchWorkflows : Activity
{
    private const string DispatchedCount = "DispatchedInstancesCount";
    private const string CompletedInstances = "CompletedInstances";

    /// <summary>The definition; its published version is started.</summary>
    [Input(DisplayName = "Workflow Definition", Description = "The workflow to start.", UIHint = InputUIHints.WorkflowDefinitionPicker)]
    public Input<string>? WorkflowDefinitionId { get; set; }

    /// <summary>The items; a dictionary is passed as the input itself, anything else under <see cref="DefaultItemInputKey"/>.</summary>
    [Input(Description = "The items.")]
    public Input<object>? Items { get; set; }

    /// <summary>Name under which the item is passed.</summary>
    [Input(DisplayName = "Default Item Input Key", Description = "The name under which the item is passed.", DefaultValue = "Item")]
    public Input<string>? DefaultItemInputKey { get; set; } = new("Item");

    /// <summary>Computes the business key of each new instance; it sees the item as Item.</summary>
    [Input(DisplayName = "Correlation ID Function", Description = "Computes the correlation id of each new instance.", AutoEvaluate = false)]
    public Input<string>? CorrelationIdFunction { get; set; }

    /// <summary>Input that all new instances get.</summary>
    [Input(Description = "Input that all new instances get.", UIHint = InputUIHints.JsonEditor)]
    public Input<IDictionary<string, object>>? Input { get; set; }

    /// <summary>True to go on only when all new instances have finished.</summary>
    [Input(DisplayName = "Wait for Completion", Description = "Whether to wait until all have finished.", DefaultValue = true)]
    public Input<bool>? WaitForCompletion { get; set; } = new(true);

    /// <summary>Part of Elsa's contract: kept, but without effect here.</summary>
    [Input(Description = "Kept for Elsa; without effect here.", Category = "Open Telemetry", IsBrowsable = false)]
    public Input<bool>? StartNewTrace { get; set; }

    /// <summary>Part of Elsa's contract: kept, but without effect here.</summary>
    [Input(DisplayName = "Channel", Description = "Kept for Elsa; without effect here.", UIHint = InputUIHints.DropDown, IsBrowsable = false)]
    public Input<string>? ChannelName { get; set; }

    /// <summary>Run for each instance that has finished.</summary>
    [Port]
    public IActivity? ChildCompleted { get; set; }

    /// <summary>Run for each instance that has faulted.</summary>
    [Port]
    public IActivity? ChildFaulted { get; set; }

    /// <inheritdoc />
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var workflow = await Children.FindAsync(context, context.Get(WorkflowDefinitionId));
        var items = ItemSource.Items(context.Get(Items));
        var stimulus = new BulkDispatchStimulus(context.WorkflowExecutionContext.Id, items.Count);
        var isWaiting = context.Get(WaitForCompletion) && items.Count > 0;
        foreach (var item in items)
        {
            var start = Children.Start(context, context.WorkflowExecutionContext.NewId(), await CorrelateAsync(context, item), InputFor(context, item));
            context.WorkflowExecutionContext.AddEffect(new DispatchWorkflowEffect(
                workflow.Definition.DefinitionId, isWaiting ? start with { ParentBookmark = Children.Bookmark(context, stimulus, context.Id) } : start));
        }

        if (!isWaiting)
        {
            await context.CompleteActivityWithOutcomesAsync("Done");
            return;
        }

        context.SetProperty(DispatchedCount, items.Count);
        context.CreateBookmark(new CreateBookmarkArgs { Stimulus = stimulus, Callback = OnChildWorkflowCompletedAsync, AutoBurn = false });
    }

    private async ValueTask<string?> CorrelateAsync(ActivityExecutionContext context, object? item)
    {
        if (CorrelationIdFunction?.Expression is not { } expression)
        {
            return null;
        }

        var options = new ExpressionEvaluatorOptions();
        options.Arguments["Item"] = item;
        return await context.GetRequiredService<IExpressionEvaluator>().EvaluateAsync<string>(expression, context.ExpressionExecutionContext, options);
    }

    private Dictionary<string, object> InputFor(ActivityExecutionContext context, object? item)
    {
        var input = new Dictionary<string, object>(context.Get(Input) ?? new Dictionary<string, object>(StringComparer.Ordinal), StringComparer.OrdinalIgnoreCase);
        if (item is IDictionary<string, object?> values)
        {
            foreach (var (name, value) in values)
            {
                input[name] = value!;
            }
        }
        else
        {
            input[context.Get(DefaultItemInputKey) is { Length: > 0 } key ? key : "Item"] = item!;
        }

        return input;
    }

    private async ValueTask OnChildWorkflowCompletedAsync(ActivityExecutionContext context)
    {
        if (Children.ReadResult(context) is not { } result)
        {
            return;
        }

        // The same child may report twice (effects are done at least once); it counts once.
        var completed = context.GetProperty(CompletedInstances, static () => new List<string>());
        if (completed.Contains(result.WorkflowInstanceId, StringComparer.Ordinal))
        {
            return;
        }

        context.SetProperty<List<string>>(CompletedInstances, [.. completed, result.WorkflowInstanceId]);
        var handler = result.SubStatus == WorkflowSubStatus.Faulted ? ChildFaulted : result.SubStatus == WorkflowSubStatus.Finished ? ChildCompleted : null;
        if (handler is null)
        {
            await CompleteIfAllAsync(context);
            return;
        }

        await context.ScheduleActivityAsync(handler, new ScheduleWorkOptions
        {
            CompletionCallback = OnHandlerCompletedAsync,
            Variables = [new Variable("ChildInstanceId", result.WorkflowInstanceId, $"{context.Id}:{result.WorkflowInstanceId}")],
        });
    }

    private static ValueTask OnHandlerCompletedAsync(ActivityCompletedContext context) => CompleteIfAllAsync(context.TargetContext);

    private static async ValueTask CompleteIfAllAsync(ActivityExecutionContext context)
    {
        var completed = context.GetProperty<List<string>>(CompletedInstances)?.Count ?? 0;
        if (completed >= context.GetProperty<int>(DispatchedCount) && context.Children.Count == 0)
        {
            await context.CompleteActivityWithOutcomesAsync("Completed", "Done");
        }
    }
}
