using System.Globalization;

namespace Send.Engine.Exceptions;

/// <summary>A burst executed more activities than it may: most likely a loop that never waits.</summary>
public sealed class BurstLimitException(int limit) : Exception(string.Create(
    CultureInfo.InvariantCulture,
    $"Stopped after {limit} activities in one run. A loop that never waits is the usual cause: let it wait for a task, an event or a time, or end it with Break."))
{
    /// <summary>Number of activities that a burst may execute.</summary>
    public int Limit { get; } = limit;
}
