using System.Text.Json;

namespace Send.Host.Designer.Api.Instances;

/// <summary>What a person wants to run.</summary>
internal sealed record RunRequest
{
    public string? CorrelationId { get; init; }

    /// <summary>Name of the new instance.</summary>
    public string? Name { get; init; }

    public string? TriggerActivityId { get; init; }

    /// <summary>Latest (also when null: drafts are tried out like this), Published or the number of a version.</summary>
    public string? VersionOptions { get; init; }

    public JsonElement? Input { get; init; }

    /// <summary>Id of the new instance; made here when null.</summary>
    public string? InstanceId { get; init; }
}
