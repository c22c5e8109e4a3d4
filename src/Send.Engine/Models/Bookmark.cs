namespace Send.Engine.Models;

/// <summary>
/// A place where a workflow waits. Found again by <see cref="Hash"/> (name and stimulus); persisted within the instance's state in Elsa's shape.
/// </summary>
public sealed class Bookmark
{
    /// <summary>Unique id.</summary>
    public string Id { get; set; } = "";

    /// <summary>Name, by default the activity's type, for example <c>Elsa.Event</c>.</summary>
    public string Name { get; set; } = "";

    /// <summary>Hash of name, stimulus and, where asked for, the activity instance; see <see cref="Execution.BookmarkHasher"/>.</summary>
    public string Hash { get; set; } = "";

    /// <summary>The stimulus it waits for, as plain data (dictionary, list, primitive) once read back from storage.</summary>
    public object? Payload { get; set; }

    /// <summary>Id of the activity in the definition.</summary>
    public string ActivityId { get; set; } = "";

    /// <summary>Path of the activity in the definition, for example <c>Workflow1:flow:a</c>.</summary>
    public string ActivityNodeId { get; set; } = "";

    /// <summary>Id of the activity execution that waits.</summary>
    public string ActivityInstanceId { get; set; } = "";

    /// <summary>When it was created, UTC.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>True if the bookmark goes away once it was resumed.</summary>
    public bool AutoBurn { get; set; } = true;

    /// <summary>Method of the activity to call on resumption; null completes the activity when <see cref="AutoComplete"/> is set.</summary>
    public string? CallbackMethodName { get; set; }

    /// <summary>True if the activity completes on resumption when there is no callback.</summary>
    public bool AutoComplete { get; set; } = true;

    /// <summary>Free values that travel with the bookmark.</summary>
    public IDictionary<string, string>? Metadata { get; set; }
}

/// <summary>What <see cref="ActivityExecutionContext.CreateBookmark(CreateBookmarkArgs?)"/> needs; everything is optional.</summary>
public sealed class CreateBookmarkArgs
{
    /// <summary>Id to use instead of a generated one.</summary>
    public string? BookmarkId { get; set; }

    /// <summary>What the bookmark waits for; it is hashed, so it must be a record or plain data.</summary>
    public object? Stimulus { get; set; }

    /// <summary>Method of the same activity to call on resumption; found again by its name, so it must not be a lambda.</summary>
    public ExecuteActivityDelegate? Callback { get; set; }

    /// <summary>Name; by default the activity's type.</summary>
    public string? BookmarkName { get; set; }

    /// <summary>True if the bookmark goes away once it was resumed.</summary>
    public bool AutoBurn { get; set; } = true;

    /// <summary>True if the activity execution's id is part of the hash, so that nobody finds the bookmark by stimulus alone.</summary>
    public bool IncludeActivityInstanceId { get; set; } = true;

    /// <summary>True if the activity completes on resumption when there is no callback.</summary>
    public bool AutoComplete { get; set; } = true;

    /// <summary>Free values that travel with the bookmark.</summary>
    public IDictionary<string, string>? Metadata { get; set; }
}
