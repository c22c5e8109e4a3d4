using Send.Engine.Execution;
using Send.Engine.Expressions;

namespace Send.Engine.Definitions;

/// <summary>Finds the triggers of a definition version, to be stored when it is published.</summary>
public static class TriggerIndexer
{
    /// <summary>
    /// The triggers that may start the workflow (canStartWorkflow). Their inputs are evaluated here, outside of an instance. For a Cron
    /// trigger ask again after it fired to learn its next time.
    /// </summary>
    public static async ValueTask<IReadOnlyList<WorkflowTrigger>> GetTriggersAsync(
        CompiledWorkflow workflow, IServiceProvider services, TimeProvider clock, CancellationToken cancellationToken)
    {
        var triggers = new List<WorkflowTrigger>();
        foreach (var node in workflow.Nodes)
        {
            // A trigger within a workflow used as an activity starts that workflow, not this one.
            if (node.Activity is not ITrigger trigger || node.Activity is not Activity { CanStartWorkflow: true } || IsInner(node))
            {
                continue;
            }

            var context = new TriggerIndexingContext(
                new ExpressionExecutionContext(services, new MemoryRegister(), parentContext: null, cancellationToken), trigger, clock);
            foreach (var input in node.Inputs)
            {
                if (input.Input.Expression is { } expression)
                {
                    context.Provide(input.Input, await context.ExpressionExecutionContext.GetRequiredService<IExpressionEvaluator>()
                        .EvaluateAsync(expression, input.Input.Type, context.ExpressionExecutionContext));
                }
            }

            foreach (var payload in await trigger.GetTriggerPayloadsAsync(context))
            {
                triggers.Add(new WorkflowTrigger(
                    trigger.Id,
                    context.TriggerName,
                    BookmarkHasher.Hash(context.TriggerName, payload),
                    payload,
                    (payload as ITimerStimulus)?.DueAt,
                    (payload as Activities.TimerTriggerStimulus)?.Interval));
            }
        }

        return triggers;
    }

    private static bool IsInner(ActivityNode node)
    {
        for (var parent = node.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent.Activity is Activities.WorkflowDefinitionActivity)
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>A stimulus that starts a workflow.</summary>
/// <param name="ActivityId">The trigger; pass it as <see cref="StartStimulus.TriggerActivityId"/>.</param>
/// <param name="Name">Name, by default the activity's type, for example <c>Elsa.Event</c>.</param>
/// <param name="Hash">Hash of name and stimulus, as <see cref="BookmarkHasher"/> makes it.</param>
/// <param name="Payload">The stimulus.</param>
/// <param name="DueAt">When it is due next, UTC, for Timer, Cron and StartAt; null for all others.</param>
/// <param name="Interval">Time between two starts of a Timer; null for all others.</param>
public sealed record WorkflowTrigger(string ActivityId, string Name, string Hash, object Payload, DateTimeOffset? DueAt, TimeSpan? Interval);
