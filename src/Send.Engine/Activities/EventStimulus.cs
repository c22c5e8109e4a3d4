using Send.Engine.Execution;

namespace Send.Engine.Activities;

/// <summary>Stimulus of the Event activity.</summary>
/// <param name="EventName">Name of the event.</param>
public sealed record EventStimulus(string EventName);

/// <summary>Stimulus of the RunTask activity.</summary>
/// <param name="TaskId">Id of the task.</param>
/// <param name="TaskName">Name of the task.</param>
public sealed record RunTaskStimulus(string TaskId, string TaskName);

/// <summary>Stimulus of Delay and Timer.</summary>
/// <param name="ResumeAt">When it is due, UTC.</param>
public sealed record DelayStimulus(DateTimeOffset ResumeAt) : ITimerStimulus
{
    DateTimeOffset ITimerStimulus.DueAt => ResumeAt;
}

/// <summary>Stimulus of a Timer that starts workflows.</summary>
/// <param name="StartAt">When it is due first, UTC.</param>
/// <param name="Interval">Time from one start to the next.</param>
public sealed record TimerTriggerStimulus(DateTimeOffset StartAt, TimeSpan Interval) : ITimerStimulus
{
    DateTimeOffset ITimerStimulus.DueAt => StartAt;
}

/// <summary>Stimulus of StartAt.</summary>
/// <param name="ExecuteAt">When it is due, UTC.</param>
public sealed record StartAtStimulus(DateTimeOffset ExecuteAt) : ITimerStimulus
{
    DateTimeOffset ITimerStimulus.DueAt => ExecuteAt;
}

/// <summary>Stimulus of Cron.</summary>
/// <param name="ExecuteAt">When it is due, UTC.</param>
/// <param name="CronExpression">The schedule.</param>
public sealed record CronStimulus(DateTimeOffset ExecuteAt, string CronExpression) : ITimerStimulus
{
    DateTimeOffset ITimerStimulus.DueAt => ExecuteAt;
}

/// <summary>Stimulus of ExecuteWorkflow and DispatchWorkflow when they wait.</summary>
/// <param name="ChildInstanceId">The instance they wait for.</param>
public sealed record ChildWorkflowStimulus(string ChildInstanceId);

/// <summary>Stimulus of BulkDispatchWorkflows when it waits.</summary>
/// <param name="ParentInstanceId">The waiting instance.</param>
/// <param name="ScheduledInstanceIdsCount">Number of instances that it waits for.</param>
public sealed record BulkDispatchStimulus(string ParentInstanceId, long ScheduledInstanceIdsCount);
