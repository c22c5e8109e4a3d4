using Send.Engine.Execution;

namespace Send.Persistence.Workflows;

/// <summary>Compares a bookmark with a stimulus by their hashes.</summary>
internal static class BookmarkMatch
{
    /// <summary>True for the hash of name and stimulus, alone or together with the execution that waits.</summary>
    public static bool Is(string hash, string activityInstanceId, string name, object? stimulus) =>
        string.Equals(hash, BookmarkHasher.Hash(name, stimulus), StringComparison.Ordinal)
        || string.Equals(hash, BookmarkHasher.Hash(name, stimulus, activityInstanceId), StringComparison.Ordinal);
}
