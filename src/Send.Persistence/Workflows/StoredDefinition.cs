using Send.Core.Data;

namespace Send.Persistence.Workflows;

/// <summary>One version of a workflow definition. A version that was ever published never changes again, because instances are pinned to it; only drafts do.</summary>
public sealed class StoredDefinition : IVersioned
{
    /// <summary>Id of this version, what instances are pinned to.</summary>
    public required string Id { get; init; }

    /// <summary>What all versions share: `initial-vocational-training`.</summary>
    public required string DefinitionId { get; init; }

    /// <summary>From 1, without gaps unless versions were deleted.</summary>
    public int DefinitionVersion { get; init; }

    public string? Name { get; set; }

    public string? Description { get; set; }

    /// <summary>The newest version, draft or not.</summary>
    public bool IsLatest { get; set; }

    /// <summary>The version that new instances run; at most one of a definition.</summary>
    public bool IsPublished { get; set; }

    public bool IsReadonly { get; set; }

    public bool IsSystem { get; set; }

    /// <summary>May be used as an activity of other workflows.</summary>
    public bool UsableAsActivity { get; set; }

    /// <summary>Version of Elsa whose format it has, `3.8.0.0`.</summary>
    public string? ToolVersion { get; set; }

    /// <summary>The definition in Elsa's JSON, with every member it came with.</summary>
    public required string Json { get; set; }

    /// <summary>SHA-256 of the file in `workflows/` that it was taken from; null for a version made in the designer or through the API.</summary>
    public string? FileHash { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public required string ChangedBy { get; set; }

    /// <summary>Who wrote the content last; null for the system (a file).</summary>
    public Guid? ChangedById { get; set; }

    public DateTimeOffset ChangedAt { get; set; }

    /// <summary>Counts the changes of the content or its layout; publishing is none.</summary>
    public int Revision { get; set; }

    /// <summary>The revision on which the last writer took over from somebody else; 0 while there was only one writer.</summary>
    public int TakenOverAt { get; set; }

    /// <summary>Why it does not compile; null when it does.</summary>
    public string? Problem { get; set; }

    /// <summary>Who was told the warnings of <see cref="WarnedRevision"/>, and may publish that by asking again.</summary>
    public Guid? WarnedById { get; set; }

    public int? WarnedRevision { get; set; }

    /// <summary>When it was published first; null for a draft.</summary>
    public DateTimeOffset? PublishedAt { get; set; }

    public string? PublishedBy { get; set; }

    public long Version { get; set; }
}
