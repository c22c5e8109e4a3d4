using System.Text.Json.Nodes;
using Send.Conformance.Hosting;
using Send.Engine.Execution;
using Send.Engine.Expressions;
using Send.Engine.Models;

namespace Send.Conformance.Cases;

/// <summary>Does the steps of a script. A step that cannot be done is noted as an error and changes nothing.</summary>
internal sealed class CaseSteps(CaseFolder folder, InMemoryHost host, CaseOutcome outcome)
{
    public string MainDefinitionId { get; set; } = "";

    /// <summary>The name of a step as the expected file has it.</summary>
    public static string Describe(JsonObject step)
    {
        var action = step["do"]?.GetValue<string>() ?? "";
        var subject = step["task"] ?? step["event"] ?? step["activityId"] ?? step["file"];
        return subject is null ? action : $"{action}:{subject.GetValue<string>()}";
    }

    public bool Publish(string file)
    {
        var result = new JsonObject { ["file"] = file };
        try
        {
            result["version"] = host.Definitions.Publish(folder.ReadDefinition(file), file).Definition.Version;
            result["succeeded"] = true;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            result["succeeded"] = false;
            result["exception"] = $"{e.GetType().Name}: {e.Message}";
        }

        outcome.AddPublished(result);
        return result["succeeded"]!.GetValue<bool>();
    }

    public async Task DoAsync(JsonObject step, bool isStart, CancellationToken cancellationToken)
    {
        try
        {
            await (isStart ? StartAsync(step, cancellationToken) : DoNamedAsync(step, cancellationToken));
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            outcome.SetError(e is StepException ? $"Exception: {e.Message}" : $"{e.GetType().Name}: {e.Message}");
        }
    }

    private Task DoNamedAsync(JsonObject step, CancellationToken cancellationToken)
    {
        switch (step["do"]?.GetValue<string>())
        {
            case "completeTask":
                return CompleteTaskAsync(step, cancellationToken);
            case "publishEvent":
                return PublishEventAsync(step, cancellationToken);
            case "resume":
                return ResumeAsync(step, cancellationToken);
            case "cancel":
                return host.CancelAsync(Instance(step).Id, includeChildren: false, cancellationToken);
            case "cancelTree":
                return host.CancelAsync(Instance(step).Id, includeChildren: true, cancellationToken);
            case "delete":
                host.Delete(Instance(step).Id);
                return Task.CompletedTask;
            case "publishDefinition":
                Publish(step["file"]!.GetValue<string>());
                return Task.CompletedTask;
            case "start":
                return StartAsync(step, cancellationToken);
            default:
                throw new StepException($"unknown step '{step["do"]}'");
        }
    }

    private async Task StartAsync(JsonObject step, CancellationToken cancellationToken)
    {
        if (step["publishEvent"] is not null)
        {
            await host.PublishEventAsync(
                new PublishEventEffect(step["publishEvent"]!.GetValue<string>(), Payload(step), Text(step, "correlationId"), null), cancellationToken);
            return;
        }

        await host.StartAsync(
            MainDefinitionId,
            start => start with
            {
                Input = Map(step["input"]),
                CorrelationId = Text(step, "correlationId"),
                Name = Text(step, "name"),
                Properties = Map(step["properties"]),
            },
            cancellationToken);
    }

    private Task CompleteTaskAsync(JsonObject step, CancellationToken cancellationToken)
    {
        var task = step["task"]!.GetValue<string>();
        var candidates = step["instance"] is null ? host.Instances : [Instance(step)];
        var (instance, bookmark) = Nth(
            step,
            candidates.SelectMany(Outstanding).Where(found => found.Bookmark.Name == "Elsa.RunTask" && TextOf(found.Bookmark.Payload, "taskName") == task),
            $"no outstanding task '{task}'");
        var input = new Dictionary<string, object?>(StringComparer.Ordinal);
        if (step.ContainsKey("result"))
        {
            input["RunTaskInput"] = PlainValue.FromJson(step["result"]);
        }

        return host.ResumeAsync(instance.Id, bookmark.Id, input, cancellationToken);
    }

    private Task PublishEventAsync(JsonObject step, CancellationToken cancellationToken) => host.PublishEventAsync(
        new PublishEventEffect(
            step["event"]!.GetValue<string>(),
            Payload(step),
            Text(step, "correlationId"),
            Text(step, "scope") == "global" ? null : Instance(step).Id),
        cancellationToken);

    private Task ResumeAsync(JsonObject step, CancellationToken cancellationToken)
    {
        var activityId = step["activityId"]!.GetValue<string>();
        var (instance, bookmark) = Nth(
            step, Outstanding(Instance(step)).Where(found => found.Bookmark.ActivityId == activityId), $"no bookmark of activity '{activityId}'");
        return host.ResumeAsync(instance.Id, bookmark.Id, Map(step["input"]), cancellationToken);
    }

    private HostedInstance Instance(JsonObject step)
    {
        var wanted = Text(step, "instance") ?? "main";
        return host.Instances.FirstOrDefault(instance => outcome.RefOf(instance.Id) == wanted) ?? throw new StepException($"no instance '{wanted}'");
    }

    private static IEnumerable<(HostedInstance Instance, Bookmark Bookmark)> Outstanding(HostedInstance instance)
        => instance.IsDeleted ? [] : instance.State.Bookmarks.Select(bookmark => (instance, bookmark));

    private static (HostedInstance Instance, Bookmark Bookmark) Nth(JsonObject step, IEnumerable<(HostedInstance, Bookmark)> found, string problem)
    {
        var list = found.ToList();
        var index = step["nth"]?.GetValue<int>() ?? 0;
        return index < list.Count ? list[index] : throw new StepException(problem);
    }

    private static string? TextOf(object? payload, string key)
        => ObjectConverter.ConvertTo<IDictionary<string, object?>>(payload) is { } map && map.TryGetValue(key, out var value) ? value as string : null;

    private static object? Payload(JsonObject step) => step.ContainsKey("payload") ? PlainValue.FromJson(step["payload"]) : null;

    private static string? Text(JsonObject step, string key) => step[key]?.GetValue<string>();

    private static Dictionary<string, object?>? Map(JsonNode? node) => PlainValue.FromJson(node) as Dictionary<string, object?>;
}
