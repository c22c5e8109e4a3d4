using System.ComponentModel;
using Send.Engine.Attributes;
using Send.Engine.Memory;
using Send.Engine.Models;

namespace Send.Engine.Activities;

/// <summary>Runs its activities side by side and waits for all.</summary>
[Activity("Elsa", "Workflows", "Runs activities side by side.")]
[Browsable(false)]
public sealed class Parallel : Container
{
    private const string ScheduledCount = "ScheduledChildren";

    /// <inheritdoc />
    protected override async ValueTask ScheduleChildrenAsync(ActivityExecutionContext context)
    {
        if (Activities.Count == 0)
        {
            await context.CompleteActivityAsync();
            return;
        }

        context.SetProperty(ScheduledCount, Activities.Count);
        await context.ScheduleActivities(Activities, OnChildCompletedAsync);
    }

    private static async ValueTask OnChildCompletedAsync(ActivityCompletedContext context)
    {
        if (context.TargetContext.UpdateProperty<int>(ScheduledCount, count => count - 1) == 0)
        {
            await context.CompleteActivityAsync();
        }
    }
}

/// <summary>Runs its body for all items of a list side by side.</summary>
[Activity("Elsa", "Looping", "Runs an activity for all items side by side.")]
public sealed class ParallelForEach : Activity
{
    private const string ScheduledTags = "ScheduledTags";
    private const string CompletedTags = "CompletedTags";

    /// <summary>The items.</summary>
    [Input(Description = "The items.")]
    public Input<object>? Items { get; set; }

    /// <summary>What is run for each item; it sees the variables CurrentValue and CurrentIndex.</summary>
    [Port]
    public IActivity? Body { get; set; }

    /// <inheritdoc />
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var items = ItemSource.Items(context.Get(Items));
        if (items.Count == 0 || Body is null)
        {
            await context.CompleteActivityAsync();
            return;
        }

        context.SetProperty(ScheduledTags, items.Count);
        for (var index = 0; index < items.Count; index++)
        {
            List<Variable> variables =
            [
                new("CurrentValue", items[index], $"{context.Id}:{index}:CurrentValue"),
                new("CurrentIndex", index, $"{context.Id}:{index}:CurrentIndex"),
            ];
            await context.ScheduleActivityAsync(Body, OnChildCompletedAsync, tag: index, variables);
        }
    }

    private static async ValueTask OnChildCompletedAsync(ActivityCompletedContext context)
    {
        var completed = context.TargetContext.UpdateProperty<int>(CompletedTags, count => count + 1);
        if (completed >= context.TargetContext.GetProperty<int>(ScheduledTags))
        {
            await context.CompleteActivityAsync();
        }
    }
}

/// <summary>When a Fork goes on.</summary>
public enum ForkJoinMode
{
    /// <summary>When all branches have completed.</summary>
    WaitAll,

    /// <summary>When the first branch has completed; the others are cancelled.</summary>
    WaitAny,
}

/// <summary>Runs branches side by side.</summary>
[Activity("Elsa", "Control Flow", "Runs branches side by side.")]
[Browsable(false)]
public sealed class Fork : Activity
{
    private const string Completed = "Completed";

    /// <summary>When the fork goes on.</summary>
    [Input(Description = "Whether to wait for all branches or for the first.")]
    public ForkJoinMode JoinMode { get; set; }

    /// <summary>The branches.</summary>
    [Port]
    public ICollection<IActivity> Branches { get; set; } = new List<IActivity>();

    /// <inheritdoc />
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        if (Branches.Count == 0)
        {
            await context.CompleteActivityAsync();
            return;
        }

        await context.ScheduleActivities(Branches, OnBranchCompletedAsync);
    }

    private async ValueTask OnBranchCompletedAsync(ActivityCompletedContext context)
    {
        var completed = context.TargetContext.UpdateProperty<List<string>>(Completed, ids => [.. ids ?? [], context.ChildContext.Activity.Id]);
        if (JoinMode == ForkJoinMode.WaitAny || Branches.All(branch => completed.Contains(branch.Id, StringComparer.Ordinal)))
        {
            await context.CompleteActivityAsync();
        }
    }
}

/// <summary>What ParallelForEach and BulkDispatchWorkflows iterate.</summary>
internal static class ItemSource
{
    public static IReadOnlyList<object?> Items(object? source) => source switch
    {
        null => [],
        string or System.Collections.IDictionary or IDictionary<string, object?> => [source],
        System.Collections.IEnumerable items => [.. items.Cast<object?>()],
        _ => [source],
    };
}
