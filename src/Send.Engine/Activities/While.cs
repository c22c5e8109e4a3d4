using Send.Engine.Attributes;
using Send.Engine.Memory;
using Send.Engine.Models;

namespace Send.Engine.Activities;

/// <summary>Runs its body as long as a condition holds.</summary>
[Activity("Elsa", "Looping", "Runs an activity as long as a condition holds.")]
public sealed class While : Loop
{
    /// <summary>Evaluated before each round.</summary>
    [Input(Description = "The condition; usually a JavaScript or Liquid expression.", AutoEvaluate = false, UIHint = UIHints.InputUIHints.SingleLine)]
    public Input<bool>? Condition { get; set; }

    /// <summary>What is repeated.</summary>
    [Port]
    public IActivity? Body { get; set; }

    /// <inheritdoc />
    protected override ValueTask ExecuteAsync(ActivityExecutionContext context) => NextRoundAsync(context);

    private async ValueTask NextRoundAsync(ActivityExecutionContext context)
    {
        // Without a body there is nothing that could ever change the condition's outcome by waiting; the burst's limit ends it.
        while (!context.IsBreaking() && await context.EvaluateInputPropertyAsync(Condition))
        {
            if (Body is not null)
            {
                await context.ScheduleActivityAsync(Body, OnBodyCompletedAsync);
                return;
            }

            context.CancellationToken.ThrowIfCancellationRequested();
            context.WorkflowExecutionContext.Burst.CountActivity();
        }

        await context.CompleteActivityAsync();
    }

    private ValueTask OnBodyCompletedAsync(ActivityCompletedContext context) => NextRoundAsync(context.TargetContext);
}

/// <summary>Counts from one number to another and runs its body for each.</summary>
[Activity("Elsa", "Looping", "Runs an activity for each number from a start to an end.")]
public sealed class For : Loop
{
    private const string CurrentStep = "CurrentStep";

    /// <summary>First number.</summary>
    [Input(Description = "The first number.")]
    public Input<int>? Start { get; set; } = new(0);

    /// <summary>Last number.</summary>
    [Input(Description = "The last number.")]
    public Input<int>? End { get; set; } = new(0);

    /// <summary>Step; negative to count down.</summary>
    [Input(Description = "The step. To count down, enter a negative number.")]
    public Input<int>? Step { get; set; } = new(1);

    /// <summary>True if the last number is included.</summary>
    [Input(Description = "Whether the last number is included.", DefaultValue = true)]
    public Input<bool>? OuterBoundInclusive { get; set; } = new(true);

    /// <summary>What is repeated; it sees the variables CurrentValue and CurrentIndex.</summary>
    [Port]
    public IActivity? Body { get; set; }

    /// <summary>The current number.</summary>
    [Output]
    public Output<object>? CurrentValue { get; set; }

    /// <inheritdoc />
    protected override ValueTask ExecuteAsync(ActivityExecutionContext context) => NextRoundAsync(context);

    private async ValueTask NextRoundAsync(ActivityExecutionContext context)
    {
        // Elsa leaves a For without a body running for ever; here it is done at once.
        var next = context.GetProperty<int?>(CurrentStep) is { } previous ? previous + context.Get(Step) : context.Get(Start);
        if (Body is null || context.IsBreaking() || !IsWithin(next, context))
        {
            await context.CompleteActivityAsync();
            return;
        }

        context.SetProperty(CurrentStep, next);
        context.Set((Output?)CurrentValue, next, nameof(CurrentValue));
        await context.ScheduleActivityAsync(Body, OnBodyCompletedAsync, variables: LoopVariables.Create(context, next, index: null));
    }

    private bool IsWithin(long number, ActivityExecutionContext context)
    {
        var end = context.Get(End);
        var isInclusive = OuterBoundInclusive is null || context.Get(OuterBoundInclusive);
        return context.Get(Step) >= 0
            ? isInclusive ? number <= end : number < end
            : isInclusive ? number >= end : number > end;
    }

    private ValueTask OnBodyCompletedAsync(ActivityCompletedContext context) => NextRoundAsync(context.TargetContext);
}

/// <summary>Runs its body for each item of a list, one after the other.</summary>
[Activity("Elsa", "Looping", "Runs an activity for each item, one after the other.")]
public sealed class ForEach : Loop
{
    private const string CurrentIndex = "CurrentIndex";

    /// <summary>The items.</summary>
    [Input(Description = "The items.")]
    public Input<ICollection<object>>? Items { get; set; }

    /// <summary>What is repeated; it sees the variables CurrentValue and CurrentIndex.</summary>
    [Port]
    public IActivity? Body { get; set; }

    /// <summary>The current item.</summary>
    [Output(Description = "The current item.")]
    public Output<object>? CurrentValue { get; set; }

    /// <inheritdoc />
    protected override ValueTask ExecuteAsync(ActivityExecutionContext context) => NextRoundAsync(context);

    private async ValueTask NextRoundAsync(ActivityExecutionContext context)
    {
        var index = context.GetProperty<int>(CurrentIndex);
        var items = context.Get(Items) ?? [];
        if (context.IsBreaking() || index >= items.Count)
        {
            await context.CompleteActivityAsync();
            return;
        }

        var item = items.ElementAt(index);
        context.Set((Output?)CurrentValue, item, nameof(CurrentValue));
        if (Body is null)
        {
            await context.CompleteActivityAsync();
            return;
        }

        await context.ScheduleActivityAsync(Body, OnBodyCompletedAsync, variables: LoopVariables.Create(context, item, index));
        context.SetProperty(CurrentIndex, index + 1);
    }

    private ValueTask OnBodyCompletedAsync(ActivityCompletedContext context) => NextRoundAsync(context.TargetContext);
}

/// <summary>The variables that a loop gives to its body.</summary>
internal static class LoopVariables
{
    public static List<Variable> Create(ActivityExecutionContext context, object? value, int? index)
    {
        var variables = new List<Variable>(2) { new("CurrentValue", value, $"{context.Id}:CurrentValue") };
        if (index is { } position)
        {
            variables.Add(new Variable("CurrentIndex", position, $"{context.Id}:CurrentIndex"));
        }

        return variables;
    }
}
