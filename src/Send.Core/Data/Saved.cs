namespace Send.Core.Data;

/// <summary>The row that a write made or changed, with the revision to send with the next change.</summary>
public sealed record Saved(Guid Id, long Revision);
