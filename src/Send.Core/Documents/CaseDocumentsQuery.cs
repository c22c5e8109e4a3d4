namespace Send.Core.Documents;

/// <summary>The documents of a case, newest first.</summary>
public sealed record CaseDocumentsQuery(Guid CaseId);

/// <summary>The bytes of one document.</summary>
public sealed record DocumentFileQuery(Guid Id);

/// <summary>A file to hand out.</summary>
public sealed record DocumentFile(Guid Id, string FileName, string MediaType, string Hash, byte[] Content);

/// <summary>Puts a file into a case: a name with an extension of the accepted kinds and 1 byte to 20 MiB.</summary>
public sealed record UploadDocument(Guid CaseId, string FileName, byte[] Content, string? Title = null, string? Kind = null, Guid? TaskId = null, Guid? OperationId = null);
