namespace Send.Core.Documents;

/// <summary>A document as lists show it; the bytes are read by the document file handler. <paramref name="Length"/> is in bytes, null while it is not rendered.</summary>
public sealed record DocumentRow(
    Guid Id,
    Guid CaseId,
    Guid? TaskId,
    string Kind,
    string Title,
    int Edition,
    string Language,
    string? Number,
    DocumentState State,
    string? Error,
    string? FileName,
    string? FileHash,
    long? Length,
    DateTimeOffset CreatedAt,
    string CreatedBy);
