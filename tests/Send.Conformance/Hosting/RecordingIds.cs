using System.Collections.Concurrent;
using System.Globalization;
using Send.Engine.Execution;

namespace Send.Conformance.Hosting;

/// <summary>Ids in sequence, so that a run can be repeated; remembers which ones it gave out.</summary>
public sealed class RecordingIds : IIdGenerator
{
    private readonly ConcurrentDictionary<string, bool> issued = new(StringComparer.Ordinal);
    private long next = 0x5e4d_0000_0000_0000;

    /// <inheritdoc />
    public string NewId()
    {
        var id = Interlocked.Increment(ref next).ToString("x16", CultureInfo.InvariantCulture);
        issued[id] = true;
        return id;
    }

    /// <summary>True for an id that was given out here.</summary>
    public bool IsIssued(string id) => issued.ContainsKey(id);
}
