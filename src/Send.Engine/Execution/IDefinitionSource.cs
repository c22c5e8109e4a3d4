using Send.Engine.Definitions;

namespace Send.Engine.Execution;

/// <summary>Finds definitions for children that run inside a burst. Resolved from the burst's services.</summary>
public interface IDefinitionSource
{
    /// <summary>A version of a definition; null if there is none.</summary>
    ValueTask<CompiledWorkflow?> FindAsync(string definitionId, VersionOptions version, CancellationToken cancellationToken);

    /// <summary>The version with this id (the version that an instance is pinned to); null if there is none.</summary>
    ValueTask<CompiledWorkflow?> FindByVersionIdAsync(string definitionVersionId, CancellationToken cancellationToken);
}

/// <summary>Receives the texts of WriteLine activities. Resolved from the burst's services; without one they go nowhere.</summary>
public interface IWriteLineSink
{
    /// <summary>One line. The burst may still be run again, so whoever cannot take a line twice keeps it until the commit.</summary>
    void WriteLine(string workflowInstanceId, string? text);
}

/// <summary>Makes ids.</summary>
public interface IIdGenerator
{
    /// <summary>A new id, unique without asking anybody.</summary>
    string NewId();
}

/// <summary>Random 64-bit ids in hexadecimal, as Elsa makes them.</summary>
public sealed class RandomIdGenerator : IIdGenerator
{
    /// <summary>The generator; it has no state.</summary>
    public static readonly RandomIdGenerator Instance = new();

    private const int IdLength = 8;
    private const int PoolLength = 64 * IdLength;

    // A burst makes dozens of ids: random bytes are fetched for many at once, per thread.
    [ThreadStatic]
    private static byte[]? pool;

    [ThreadStatic]
    private static int used;

    /// <inheritdoc />
    public string NewId()
    {
        if (pool is null || used >= PoolLength)
        {
            pool ??= new byte[PoolLength];
            System.Security.Cryptography.RandomNumberGenerator.Fill(pool);
            used = 0;
        }

        var id = Convert.ToHexStringLower(pool, used, IdLength);
        used += IdLength;
        return id;
    }
}

/// <summary>Which version of a definition is meant.</summary>
public readonly record struct VersionOptions
{
    /// <summary>The newest, draft or not.</summary>
    public static readonly VersionOptions Latest = new() { IsLatest = true };

    /// <summary>The published one.</summary>
    public static readonly VersionOptions Published = new() { IsPublished = true };

    /// <summary>The newest version is wanted.</summary>
    public bool IsLatest { get; init; }

    /// <summary>The published version is wanted.</summary>
    public bool IsPublished { get; init; }

    /// <summary>This version is wanted; 0 if not by number.</summary>
    public int Version { get; init; }

    /// <summary>One version by number.</summary>
    public static VersionOptions SpecificVersion(int version) => new() { Version = version };
}
