using System.Globalization;
using System.Text.Json.Nodes;
using Send.Conformance.Comparing;
using Send.Conformance.Hosting;

namespace Send.Conformance.Cases;

/// <summary>What a run did, written in the shape of the expected file and normalised.</summary>
internal sealed class CaseOutcome
{
    private readonly InMemoryHost host;
    private readonly Normalizer normalizer;
    private readonly Dictionary<string, string> refs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> journalRead = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);
    private JsonObject step = [];

    public CaseOutcome(InMemoryHost host)
    {
        this.host = host;
        normalizer = new Normalizer(id => RefOf(id), host.Ids.IsIssued);
    }

    public JsonArray Published { get; } = [];

    public JsonArray Steps { get; } = [];

    public JsonNode? StateAfterStart { get; private set; }

    public HostedInstance? Main => host.Instances.Count > 0 ? host.Instances[0] : null;

    public DateTimeOffset Now => host.Clock.GetUtcNow();

    public Normalizer Normalizer => normalizer;

    /// <summary>The ref of an instance: main for the first, main2 for the next of the same definition, child1 for others; null for an unknown id.</summary>
    public string? RefOf(string instanceId)
    {
        if (refs.TryGetValue(instanceId, out var known))
        {
            return known;
        }

        if (host.Instances.FirstOrDefault(instance => instance.Id == instanceId) is not { IsDeleted: false } found)
        {
            return null;
        }

        foreach (var instance in host.Instances.TakeWhile(instance => instance.Id != instanceId).Where(instance => !refs.ContainsKey(instance.Id)))
        {
            Assign(instance);
        }

        return Assign(found);
    }

    public void AddPublished(JsonObject result)
    {
        if (step["step"] is null)
        {
            Published.Add(result);
        }
        else
        {
            step["published"] = result;
        }
    }

    public void BeginStep(string name) => step = new JsonObject { ["step"] = name };

    public void SetError(string text) => step["error"] = normalizer.Text(text, Now);

    public void EndStep()
    {
        step["writeLines"] = new JsonArray(host.Lines.Take().Select(line => line is null ? null : (JsonNode)normalizer.Text(line, Now)).ToArray());
        step["instances"] = new JsonArray(host.Instances.Select(Describe).ToArray<JsonNode?>());
        if (Steps.Count == 0)
        {
            StateAfterStart = Main is { IsDeleted: false } main ? JsonNode.Parse(main.StateJson) : null;
        }

        Steps.Add(step);
    }

    public JsonObject Executions()
    {
        var result = new JsonObject();
        foreach (var instance in host.Instances)
        {
            result[RefOf(instance.Id)!] = normalizer.Apply(InstanceDescription.Executions(instance), Now);
        }

        return result;
    }

    private JsonObject Describe(HostedInstance instance)
    {
        var name = RefOf(instance.Id)!;
        if (instance.IsDeleted)
        {
            return new JsonObject { ["ref"] = name, ["deleted"] = true };
        }

        var read = journalRead.GetValueOrDefault(instance.Id);
        journalRead[instance.Id] = instance.Journal.Count;
        var description = InstanceDescription.Of(instance, instance.Journal.Skip(read), id => RefOf(id));
        var normalised = (JsonObject)normalizer.Apply(description, Now)!;
        normalised.Insert(0, "ref", name);
        return normalised;
    }

    private string Assign(HostedInstance instance)
    {
        var isMain = refs.Count == 0 || instance.Workflow.Definition.DefinitionId == MainDefinitionId;
        if (refs.Count == 0)
        {
            MainDefinitionId = instance.Workflow.Definition.DefinitionId;
        }

        var kind = isMain ? "main" : "child";
        var number = counts[kind] = counts.GetValueOrDefault(kind) + 1;
        return refs[instance.Id] = isMain && number == 1 ? kind : kind + number.ToString(CultureInfo.InvariantCulture);
    }

    private string MainDefinitionId { get; set; } = "";
}
