using System.Globalization;
using Send.Engine;

namespace Send.Host.Designer.Api.Instances;

/// <summary>Filters of the list of instances, as Studio posts them; the same names are taken from a query string. What is null or empty does not filter.</summary>
internal sealed record InstanceSearchRequest
{
    /// <summary>From 0.</summary>
    public int? Page { get; init; }

    public int? PageSize { get; init; }

    /// <summary>Part of a name, of an id, of a correlation id, or of a case's code.</summary>
    public string? SearchTerm { get; init; }

    public string? DefinitionId { get; init; }

    public IReadOnlyList<string>? DefinitionIds { get; init; }

    public string? CorrelationId { get; init; }

    public IReadOnlyList<string>? ParentWorkflowInstanceIds { get; init; }

    /// <summary>Number of a definition's version.</summary>
    public int? Version { get; init; }

    public bool? HasIncidents { get; init; }

    public bool? IsSystem { get; init; }

    public WorkflowStatus? Status { get; init; }

    public IReadOnlyList<WorkflowStatus>? Statuses { get; init; }

    public WorkflowSubStatus? SubStatus { get; init; }

    public IReadOnlyList<WorkflowSubStatus>? SubStatuses { get; init; }

    /// <summary>Created (also when null), UpdatedAt, Finished or Name.</summary>
    public string? OrderBy { get; init; }

    /// <summary>Ascending or Descending; descending when null.</summary>
    public string? OrderDirection { get; init; }

    public IReadOnlyList<TimestampFilter>? TimestampFilters { get; init; }

    /// <summary>Reads a query string. Throws <see cref="BadHttpRequestException"/> that names the parameter.</summary>
    public static InstanceSearchRequest Of(IQueryCollection query) => new()
    {
        Page = Number(query, "page"),
        PageSize = Number(query, "pageSize"),
        SearchTerm = query["searchTerm"],
        DefinitionId = query["definitionId"],
        DefinitionIds = All(query, "definitionIds"),
        CorrelationId = query["correlationId"],
        ParentWorkflowInstanceIds = All(query, "parentWorkflowInstanceIds"),
        Version = Number(query, "version"),
        HasIncidents = Flag(query, "hasIncidents"),
        IsSystem = Flag(query, "isSystem"),
        Status = All(query, "status").Select(text => Name<WorkflowStatus>("status", text)).Cast<WorkflowStatus?>().FirstOrDefault(),
        Statuses = [.. All(query, "statuses").Select(text => Name<WorkflowStatus>("statuses", text))],
        SubStatus = All(query, "subStatus").Select(text => Name<WorkflowSubStatus>("subStatus", text)).Cast<WorkflowSubStatus?>().FirstOrDefault(),
        SubStatuses = [.. All(query, "subStatuses").Select(text => Name<WorkflowSubStatus>("subStatuses", text))],
        OrderBy = query["orderBy"],
        OrderDirection = query["orderDirection"],
    };

    private static List<string> All(IQueryCollection query, string name) => [.. query[name].OfType<string>().Where(text => text.Length > 0)];

    private static int? Number(IQueryCollection query, string name) => query[name] is [{ Length: > 0 } text]
        ? int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw Bad(name, text, "a whole number")
        : null;

    private static bool? Flag(IQueryCollection query, string name) => query[name] is [{ Length: > 0 } text]
        ? bool.TryParse(text, out var flag) ? flag : throw Bad(name, text, "true or false")
        : null;

    private static T Name<T>(string name, string text)
        where T : struct, Enum =>
        char.IsLetter(text[0]) && Enum.TryParse<T>(text, ignoreCase: true, out var value) ? value : throw Bad(name, text, string.Join(", ", Enum.GetNames<T>()));

    private static BadHttpRequestException Bad(string name, string text, string expected) => new($"The parameter “{name}” cannot be “{text}”; expected: {expected}.");
}

/// <summary>Compares one of CreatedAt, UpdatedAt and FinishedAt. <paramref name="Operator"/> is Is, IsNot, GreaterThan, GreaterThanOrEqual, LessThan or LessThanOrEqual.</summary>
internal sealed record TimestampFilter(string? Column, string? Operator, DateTimeOffset? Timestamp);
