using Send.Engine.Attributes;
using Send.Engine.Definitions;
using Send.Engine.Expressions;
using Send.Engine.Models;
using Send.Engine.UIHints;

namespace Send.Engine.Activities;

/// <summary>Runs one of two activities.</summary>
[Activity("Elsa", "Branching", "Runs one of two activities, by a condition.")]
public sealed class If : Activity<bool>
{
    /// <summary>The condition; also the result.</summary>
    [Input(Description = "The condition; usually a JavaScript or Liquid expression.", UIHint = InputUIHints.SingleLine)]
    public Input<bool>? Condition { get; set; }

    /// <summary>Run if the condition holds.</summary>
    [Port]
    public IActivity? Then { get; set; }

    /// <summary>Run if it does not.</summary>
    [Port]
    public IActivity? Else { get; set; }

    /// <inheritdoc />
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var isTrue = context.Get(Condition);
        context.Set(Result, isTrue);
        await context.ScheduleActivityAsync(isTrue ? Then : Else, OnChildCompletedAsync);
    }

    private static ValueTask OnChildCompletedAsync(ActivityCompletedContext context) => context.CompleteActivityAsync();
}

/// <summary>Which cases of a switch are followed.</summary>
public enum SwitchMode
{
    /// <summary>The first that matches.</summary>
    MatchFirst,

    /// <summary>All that match.</summary>
    MatchAny,
}

/// <summary>A case of a Switch.</summary>
/// <param name="Label">Name of the case.</param>
/// <param name="Condition">When it matches.</param>
/// <param name="Activity">What is run then.</param>
public sealed record SwitchCase(string Label, Expression? Condition, IActivity? Activity);

/// <summary>Runs the activities of the cases that match.</summary>
[Activity("Elsa", "Branching", "Runs the activities of the cases that match.")]
public sealed class Switch : Activity, IReadsDefinition
{
    private const string ScheduledCount = "ScheduledChildren";

    /// <summary>The cases, in order.</summary>
    [Input(Description = "The cases.", UIHint = "switch-editor")]
    public ICollection<SwitchCase> Cases { get; set; } = new List<SwitchCase>();

    /// <summary>Whether the first match or all matches are run.</summary>
    [Input(Description = "Whether the first match or all matches are run.", UIHint = InputUIHints.DropDown)]
    public Input<SwitchMode>? Mode { get; set; } = new(SwitchMode.MatchFirst);

    /// <summary>Run if no case matches.</summary>
    [Port]
    public IActivity? Default { get; set; }

    /// <summary>Part of Elsa's contract; never set there either.</summary>
    [Output]
    public Output<object>? Output { get; set; }

    void IReadsDefinition.Read(DefinitionContext context) => Cases = context.List("cases", (element, path) => new SwitchCase(
        context.Text(element, "label", path) ?? "", context.Expression(element, "condition", path), context.Child(element, "activity", path)));

    /// <inheritdoc />
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var matches = await Matching.FindAsync(context, Cases, static item => item.Condition, context.Get(Mode));
        var activities = matches.Count > 0 ? [.. matches.Select(match => match.Activity).OfType<IActivity>()] : Default is null ? [] : new List<IActivity> { Default };
        if (activities.Count == 0)
        {
            await context.CompleteActivityAsync();
            return;
        }

        context.SetProperty(ScheduledCount, activities.Count);
        await context.ScheduleActivities(activities, OnChildCompletedAsync);
    }

    private static async ValueTask OnChildCompletedAsync(ActivityCompletedContext context)
    {
        if (context.TargetContext.UpdateProperty<int>(ScheduledCount, count => count - 1) == 0)
        {
            await context.CompleteActivityAsync();
        }
    }
}

/// <summary>Evaluates the conditions of cases.</summary>
internal static class Matching
{
    public static async ValueTask<List<T>> FindAsync<T>(ActivityExecutionContext context, IEnumerable<T> cases, Func<T, Expression?> condition, SwitchMode mode)
    {
        var evaluator = context.GetRequiredService<IExpressionEvaluator>();
        var matches = new List<T>();
        foreach (var candidate in cases)
        {
            if (condition(candidate) is not { } expression || !await evaluator.EvaluateAsync<bool>(expression, context.ExpressionExecutionContext))
            {
                continue;
            }

            matches.Add(candidate);
            if (mode == SwitchMode.MatchFirst)
            {
                break;
            }
        }

        return matches;
    }
}
