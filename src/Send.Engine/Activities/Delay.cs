using Send.Engine.Attributes;
using Send.Engine.Models;
using Send.Engine.Scheduling;

namespace Send.Engine.Activities;

/// <summary>Waits for a while.</summary>
[Activity("Elsa", "Scheduling", "Waits for a while.")]
public sealed class Delay : Activity
{
    /// <summary>How long.</summary>
    [Input(Description = "How long to wait, as days.hours:minutes:seconds: 1.00:00:00 is a day.", DefaultValue = "00:01:00")]
    public Input<TimeSpan>? TimeSpan { get; set; } = new(System.TimeSpan.FromMinutes(1));

    /// <inheritdoc />
    protected override void Execute(ActivityExecutionContext context) => context.CreateBookmark(new CreateBookmarkArgs
    {
        Stimulus = new DelayStimulus(context.WorkflowExecutionContext.UtcNow + context.Get(TimeSpan)),
    });
}

/// <summary>Waits for an interval, or starts workflows at an interval.</summary>
[Activity("Elsa", "Scheduling", "Waits for an interval, or starts the workflow at an interval.")]
public sealed class Timer : Trigger
{
    /// <summary>The interval.</summary>
    [Input(Description = "The interval, as days.hours:minutes:seconds: 1.00:00:00 is a day.", DefaultValue = "00:01:00")]
    public Input<TimeSpan>? Interval { get; set; } = new(TimeSpan.FromMinutes(1));

    /// <inheritdoc />
    protected override object GetTriggerPayload(TriggerIndexingContext context)
    {
        var interval = context.Get(Interval);
        return new TimerTriggerStimulus(context.Clock.GetUtcNow() + interval, interval);
    }

    /// <inheritdoc />
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        if (context.IsTriggerOfWorkflow())
        {
            await context.CompleteActivityAsync();
            return;
        }

        context.CreateBookmark(new CreateBookmarkArgs { Stimulus = new DelayStimulus(context.WorkflowExecutionContext.UtcNow + context.Get(Interval)) });
    }
}

/// <summary>Waits for a time; one that has passed does not wait.</summary>
[Activity("Elsa", "Scheduling", "Waits for a time, or starts the workflow at a time.", DisplayName = "Start at")]
public sealed class StartAt : Trigger
{
    /// <summary>The time.</summary>
    [Input(Description = "The time.")]
    public Input<DateTimeOffset>? DateTime { get; set; }

    /// <inheritdoc />
    protected override object GetTriggerPayload(TriggerIndexingContext context) => new StartAtStimulus(context.Get(DateTime));

    /// <inheritdoc />
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var time = context.Get(DateTime);
        if (context.IsTriggerOfWorkflow() || time <= context.WorkflowExecutionContext.UtcNow)
        {
            await context.CompleteActivityAsync();
            return;
        }

        context.CreateBookmark(new CreateBookmarkArgs { Stimulus = new StartAtStimulus(time) });
    }
}

/// <summary>Waits for the next time of a schedule, or starts workflows on a schedule.</summary>
[Activity("Elsa", "Scheduling", "Waits for the next time of a schedule, or starts the workflow on a schedule.")]
public sealed class Cron : Trigger
{
    /// <summary>The schedule: seconds (may be left out), minutes, hours, day of month, month, day of week; UTC.</summary>
    [Input(Description = "The schedule: seconds, minutes, hours, day of month, month, day of week (UTC).")]
    public Input<string>? CronExpression { get; set; }

    /// <inheritdoc />
    protected override object GetTriggerPayload(TriggerIndexingContext context) => Next(context.Get(CronExpression), context.Clock.GetUtcNow());

    /// <inheritdoc />
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        if (context.IsTriggerOfWorkflow())
        {
            await context.CompleteActivityAsync();
            return;
        }

        context.CreateBookmark(new CreateBookmarkArgs { Stimulus = Next(context.Get(CronExpression), context.WorkflowExecutionContext.UtcNow) });
    }

    private static CronStimulus Next(string? expression, DateTimeOffset now)
    {
        var schedule = CronSchedule.Parse(expression ?? "");
        return new CronStimulus(
            schedule.NextAfter(now) ?? throw new InvalidOperationException($"The schedule '{expression}' never comes due: no such day exists within the next years."),
            expression ?? "");
    }
}
