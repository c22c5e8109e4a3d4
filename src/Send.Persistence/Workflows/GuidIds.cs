using System.Buffers.Binary;
using Send.Engine.Execution;

namespace Send.Persistence.Workflows;

/// <summary>Ids of instances are GUIDs (a task names its instance by one), and so are all others that a burst makes. They rise with time, which keeps indexes dense.</summary>
internal sealed class GuidIds(TimeProvider clock) : IIdGenerator
{
    public string NewId() => Guid.CreateVersion7(clock.GetUtcNow()).ToString("D");

    /// <summary>When an id was made, to the millisecond; null for a text that is not one of these ids.</summary>
    public static DateTimeOffset? TimeOf(string id)
    {
        Span<byte> bytes = stackalloc byte[16];
        return Guid.TryParseExact(id, "D", out var guid) && guid.Version == 7 && guid.TryWriteBytes(bytes, bigEndian: true, out _)
            ? DateTimeOffset.FromUnixTimeMilliseconds((BinaryPrimitives.ReadInt64BigEndian(bytes) >> 16) & 0xFFFF_FFFF_FFFF)
            : null;
    }
}
