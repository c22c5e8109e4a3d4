using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Send.Conformance.Hosting;

namespace Send.Engine.Tests.Execution;

/// <summary>A host with definitions, and short forms of what tests ask it.</summary>
internal sealed class EngineTestBed(Action<IServiceCollection>? configure = null) : IAsyncDisposable
{
    public InMemoryHost Host { get; } = new(configure);

    public EngineTestBed Publish(JsonObject definition)
    {
        Host.Definitions.Publish(definition.ToJsonString(), (string)definition["definitionId"]!);
        return this;
    }

    public Task<HostedInstance> RunAsync(JsonObject root, params JsonObject[] variables)
    {
        Publish(Definition.Of("main", root, variables));
        return Host.StartAsync("main");
    }

    /// <summary>Completes the waiting RunTask with this activity id.</summary>
    public Task CompleteAsync(HostedInstance instance, string activityId, object? result = null)
    {
        var bookmark = instance.State.Bookmarks.First(candidate => candidate.ActivityId == activityId);
        return Host.ResumeAsync(instance.Id, bookmark.Id, new Dictionary<string, object?>(StringComparer.Ordinal) { ["RunTaskInput"] = result });
    }

    /// <summary>The journal as <c>id.Event</c>, separated by blanks.</summary>
    public static string Journal(HostedInstance instance) => string.Join(' ', instance.Journal.Select(entry => $"{entry.ActivityId}.{entry.EventName}"));

    public string Lines() => string.Join(' ', Host.Lines.Take());

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
