namespace Send.Core.Documents;

/// <summary>A paper of a case: made from a template and data (both kept), or uploaded.</summary>
public sealed class CaseDocument
{
    public Guid Id { get; init; }

    public Guid CaseId { get; init; }

    public Guid? TaskId { get; init; }

    /// <summary>`learning-agreement`, `attendance-certificate`, `europass-mobility`, `upload`.</summary>
    public required string Kind { get; init; }

    public required string Title { get; init; }

    /// <summary>Running number within case and kind; a new one replaces none.</summary>
    public int Edition { get; init; } = 1;

    public string Language { get; init; } = "en";

    /// <summary>Number printed on it, where the kind has one.</summary>
    public string? Number { get; init; }

    /// <summary>Hash of the template it was rendered with.</summary>
    public string? TemplateVersion { get; set; }

    /// <summary>JSON that filled the template; null for uploads.</summary>
    public string? Data { get; init; }

    /// <summary>SHA-256 in hex of the file's bytes: key of <see cref="StoredFile"/>.</summary>
    public string? FileHash { get; set; }

    public string? FileName { get; set; }

    public DocumentState State { get; set; } = DocumentState.Pending;

    public string? Error { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    public required string CreatedBy { get; init; }
}
