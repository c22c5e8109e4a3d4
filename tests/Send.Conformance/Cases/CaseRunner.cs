using System.Globalization;
using System.Text.Json.Nodes;
using Send.Conformance.Comparing;
using Send.Conformance.Hosting;

namespace Send.Conformance.Cases;

/// <summary>Runs one case and compares what came out.</summary>
public static class CaseRunner
{
    /// <summary>Runs a case on a host of its own and judges it.</summary>
    public static async Task<CaseResult> RunAsync(CaseFolder folder, DifferenceList known, CancellationToken cancellationToken = default)
    {
        try
        {
            await using var host = new InMemoryHost();
            var outcome = await ExecuteAsync(folder, host, cancellationToken);
            var differences = new List<Difference>(DefinitionFiles(folder).SelectMany(file => RoundTrip.Compare(folder, file)));
            differences.AddRange(OutcomeComparison.Compare(folder.Expected["published"], outcome.Published, "published"));
            differences.AddRange(CompareSteps(folder.Expected["steps"] as JsonArray ?? [], outcome.Steps));
            differences.AddRange(OutcomeComparison.Compare(folder.Expected["executions"], outcome.Executions(), "executions"));
            if (folder.State is not null)
            {
                differences.AddRange(StateComparison.Compare(folder.State, outcome));
            }

            return known.Judge(folder.Name, folder.Script["quirk"]?.GetValue<string>(), differences);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return new(folder.Name, CaseVerdict.Failed, [], [], e);
        }
    }

    /// <summary>Runs a case and gives what came out, in the shape of the expected file.</summary>
    public static async Task<JsonObject> RecordAsync(CaseFolder folder, CancellationToken cancellationToken = default)
    {
        await using var host = new InMemoryHost();
        var outcome = await ExecuteAsync(folder, host, cancellationToken);
        return new JsonObject
        {
            ["format"] = 1,
            ["case"] = folder.Name,
            ["published"] = outcome.Published,
            ["steps"] = outcome.Steps,
            ["executions"] = outcome.Executions(),
        };
    }

    private static IEnumerable<string> DefinitionFiles(CaseFolder folder)
        => (folder.Script["children"] as JsonArray ?? []).Select(file => file!.GetValue<string>()).Append("definition.json");

    private static async Task<CaseOutcome> ExecuteAsync(CaseFolder folder, InMemoryHost host, CancellationToken cancellationToken)
    {
        var outcome = new CaseOutcome(host);
        var steps = new CaseSteps(folder, host, outcome);
        var isPublished = true;
        foreach (var file in DefinitionFiles(folder))
        {
            isPublished &= steps.Publish(file);
        }

        if (!isPublished && folder.Expected["steps"] is not JsonArray { Count: > 0 })
        {
            return outcome;
        }

        steps.MainDefinitionId = host.Definitions.All is [.., var last] ? last.Definition.DefinitionId : "";
        var script = (folder.Script["steps"] as JsonArray ?? []).Select(step => step!.AsObject()).Prepend(folder.Script["start"] as JsonObject ?? []);
        foreach (var (index, step) in script.Index())
        {
            outcome.BeginStep(index == 0 ? "start" : $"{index.ToString(CultureInfo.InvariantCulture)}:{CaseSteps.Describe(step)}");
            await steps.DoAsync(step, isStart: index == 0, cancellationToken);
            outcome.EndStep();
        }

        return outcome;
    }

    private static IEnumerable<Difference> CompareSteps(JsonArray expected, JsonArray actual)
    {
        foreach (var (index, step) in actual.Index())
        {
            var name = step!["step"]!.GetValue<string>();
            foreach (var difference in OutcomeComparison.CompareStep(index < expected.Count ? expected[index] as JsonObject : null, step.AsObject(), name))
            {
                yield return difference;
            }
        }

        foreach (var missing in expected.Skip(actual.Count))
        {
            yield return new Difference(missing?["step"]?.GetValue<string>() ?? "step", "a step", Difference.Nothing);
        }
    }
}
