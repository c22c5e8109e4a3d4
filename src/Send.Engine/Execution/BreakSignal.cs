using Send.Engine.Models;

namespace Send.Engine.Signals
{
    /// <summary>Ends the innermost loop.</summary>
    public sealed record BreakSignal;

    /// <summary>Tells the containers that an activity was cancelled.</summary>
    public sealed record CancelSignal;

    /// <summary>Ends the nearest composite with a result, usually <see cref="Outcomes"/>.</summary>
    /// <param name="Value">Result of the composite.</param>
    public sealed record CompleteCompositeSignal(object? Value);
}

namespace Send.Engine
{
    /// <summary>A signal on its way up the tree of activity executions.</summary>
    public sealed class SignalContext(ActivityExecutionContext receiver, ActivityExecutionContext sender)
    {
        /// <summary>The activity execution that receives the signal now.</summary>
        public ActivityExecutionContext ReceiverActivityExecutionContext { get; } = receiver;

        /// <summary>The activity execution that sent it.</summary>
        public ActivityExecutionContext SenderActivityExecutionContext { get; } = sender;

        /// <summary>True if the sender itself receives it.</summary>
        public bool IsSelf => ReceiverActivityExecutionContext == SenderActivityExecutionContext;

        /// <summary>Cancels the burst.</summary>
        public CancellationToken CancellationToken => ReceiverActivityExecutionContext.CancellationToken;

        internal bool StopPropagationRequested { get; private set; }

        /// <summary>Nobody further out receives the signal.</summary>
        public void StopPropagation() => StopPropagationRequested = true;
    }

    /// <summary>Passed to a completion callback.</summary>
    /// <param name="TargetContext">The activity execution that scheduled the child.</param>
    /// <param name="ChildContext">The child that completed.</param>
    /// <param name="Result">What it completed with, usually <see cref="Outcomes"/>; null for the implicit Done.</param>
    public sealed record ActivityCompletedContext(ActivityExecutionContext TargetContext, ActivityExecutionContext ChildContext, object? Result = null)
    {
        /// <summary>The workflow that runs.</summary>
        public WorkflowExecutionContext WorkflowExecutionContext => TargetContext.WorkflowExecutionContext;

        /// <summary>Cancels the burst.</summary>
        public CancellationToken CancellationToken => TargetContext.CancellationToken;

        /// <summary>A service of the burst.</summary>
        public T GetRequiredService<T>() where T : notnull => TargetContext.GetRequiredService<T>();

        /// <summary>Completes the activity that scheduled the child.</summary>
        public ValueTask CompleteActivityAsync(object? result = null) => TargetContext.CompleteActivityAsync(result);

        /// <summary>Completes the activity that scheduled the child.</summary>
        public ValueTask CompleteActivityWithOutcomesAsync(params string[] outcomes) => TargetContext.CompleteActivityWithOutcomesAsync(outcomes);
    }

    /// <summary>Passed to a trigger that is asked for its stimuli when a definition is published.</summary>
    public sealed class TriggerIndexingContext(Expressions.ExpressionExecutionContext expressionExecutionContext, ITrigger trigger, TimeProvider clock)
    {
        /// <summary>Scope in which the trigger's inputs are evaluated; there is no instance yet.</summary>
        public Expressions.ExpressionExecutionContext ExpressionExecutionContext { get; } = expressionExecutionContext;

        /// <summary>The trigger.</summary>
        public ITrigger Trigger { get; } = trigger;

        /// <summary>The clock, for triggers that compute a next time.</summary>
        public TimeProvider Clock { get; } = clock;

        /// <summary>Name under which the stimuli are indexed; the activity type by default.</summary>
        public string TriggerName { get; set; } = trigger.Type;

        /// <summary>Cancels the indexing.</summary>
        public CancellationToken CancellationToken => ExpressionExecutionContext.CancellationToken;

        /// <summary>Value of an input of the trigger.</summary>
        public T? Get<T>(Input<T>? input) => input?.Expression is null ? default : values.TryGetValue(input, out var value) ? Expressions.ObjectConverter.ConvertTo<T>(value) : default;

        private readonly Dictionary<Input, object?> values = new(ReferenceEqualityComparer.Instance);

        internal void Provide(Input input, object? value) => values[input] = value;
    }
}
