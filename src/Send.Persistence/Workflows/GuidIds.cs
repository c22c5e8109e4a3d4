using Send.Engine.Execution;

namespace Send.Persistence.Workflows;

/// <summary>Ids of instances are GUIDs (a task names its instance by one), and so are all others that a burst makes. They rise with time, which keeps indexes dense.</summary>
internal sealed class GuidIds(TimeProvider clock) : IIdGenerator
{
    public string NewId() => Guid.CreateVersion7(clock.GetUtcNow()).ToString("D");
}
