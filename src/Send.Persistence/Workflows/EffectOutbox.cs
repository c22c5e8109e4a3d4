using Send.Core.Outbox;
using Send.Engine.Execution;
using Send.Engine.Serialization;

namespace Send.Persistence.Workflows;

/// <summary>Turns what a burst wants done later into outbox rows. Their keys follow from the instance and its journal position, so that one burst asks for each thing once.</summary>
internal sealed class EffectOutbox(SendDbContext db, TimeProvider clock)
{
    /// <summary>Adds the row; <paramref name="number"/> counts the effects of the step's bursts of this origin.</summary>
    public void Add(Effect effect, LoadedInstance origin, int number)
    {
        switch (effect)
        {
            case PublishEventEffect published:
                Add(
                    $"event/{origin.Row.Id}/{origin.State.ExecutionLogSequence}/{number}",
                    OutboxKinds.Event,
                    new EventPayload(published.EventName, published.Payload, published.CorrelationId, published.InstanceId),
                    origin);
                break;
            case DispatchWorkflowEffect dispatched:
                Add($"dispatch/{dispatched.Start.InstanceId}", OutboxKinds.Dispatch, new DispatchPayload(dispatched.DefinitionId, dispatched.Start), origin);
                break;
            case RunTaskEffect:
                // Nobody is told: whoever works on such tasks asks for the waiting bookmarks and completes them through the API.
                break;
            default:
                throw new InvalidOperationException($"Effect {effect.GetType().Name} is not one that waits in the outbox.");
        }
    }

    private void Add(string key, string kind, object payload, LoadedInstance origin)
    {
        var now = clock.GetUtcNow();
        db.Outbox.Add(new OutboxItem
        {
            Id = Guid.CreateVersion7(now),
            Key = key,
            Kind = kind,
            Payload = PlainJson.Serialize(payload),
            CaseId = Guid.TryParse(origin.State.CorrelationId, out var id) ? id : null,
            CreatedAt = now,
            DueAt = now,
        });
    }
}
