namespace Send.Host.Features.People;

/// <summary>A new row.</summary>
internal sealed record NewRow<T>
{
    public required T Data { get; init; }

    public Guid? OperationId { get; init; }
}

/// <summary>A row as it shall be, with the revision that was read.</summary>
internal sealed record ChangedRow<T>
{
    public required T Data { get; init; }

    public required long Revision { get; init; }

    public Guid? OperationId { get; init; }
}
