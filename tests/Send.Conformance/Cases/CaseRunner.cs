using System.Globalization;
using System.Text.Json.Nodes;
using Send.Conformance.Comparing;
using Send.Conformance.Hosting;

namespace Send.Conformance.Cases;

/// <summary>Runs one case and compares what came out.</summary>
public static class CaseRunner
{
    /// <summary>Runs a case on a host of its own.</summary>
    public static async Task<CaseResult> RunAsync(CaseFolder folder, IReadOnlyList<KnownDifference> known, CancellationToken cancellationToken = default)
    {
        try
        {
            var differences = new List<Difference>();
            await using var host = new InMemoryHost();
            var outcome = new CaseOutcome(host);
            var steps = new CaseSteps(folder, host, outcome);

            var published = await PublishAllAsync(folder, host, steps, differences);
            if (published)
            {
                await RunStepsAsync(folder, outcome, steps, differences, cancellationToken);
            }

            differences.InsertRange(0, OutcomeComparison.Compare(folder.Expected["published"], outcome.Published, "published"));
            differences.AddRange(OutcomeComparison.Compare(folder.Expected["executions"], outcome.Executions(), "executions"));
            if (folder.State is not null)
            {
                differences.AddRange(StateComparison.Compare(folder.State, outcome));
            }

            return CaseResult.Judge(folder.Name, differences, known);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return new(folder.Name, CaseVerdict.Failed, [], [], e);
        }
    }

    private static Task<bool> PublishAllAsync(CaseFolder folder, InMemoryHost host, CaseSteps steps, List<Difference> differences)
    {
        var files = (folder.Script["children"] as JsonArray ?? []).Select(file => file!.GetValue<string>()).Append("definition.json");
        var all = true;
        foreach (var file in files)
        {
            differences.AddRange(RoundTrip.Compare(folder, file));
            all &= steps.Publish(file);
        }

        steps.MainDefinitionId = host.Definitions.All is [.., var last] ? last.Definition.DefinitionId : "";
        return Task.FromResult(all);
    }

    private static async Task RunStepsAsync(
        CaseFolder folder, CaseOutcome outcome, CaseSteps steps, List<Difference> differences, CancellationToken cancellationToken)
    {
        var expected = folder.Expected["steps"] as JsonArray ?? [];
        var script = (folder.Script["steps"] as JsonArray ?? []).Select(step => step!.AsObject()).ToList();
        var start = folder.Script["start"] as JsonObject ?? [];
        for (var i = 0; i <= script.Count; i++)
        {
            var step = i == 0 ? start : script[i - 1];
            var name = i == 0 ? "start" : $"{i.ToString(CultureInfo.InvariantCulture)}:{CaseSteps.Describe(step)}";
            outcome.BeginStep(name);
            await steps.DoAsync(step, isStart: i == 0, cancellationToken);
            var actual = outcome.EndStep();
            differences.AddRange(OutcomeComparison.CompareStep(i < expected.Count ? expected[i] as JsonObject : null, actual, name));
            if (i == 0)
            {
                outcome.KeepStateAfterStart();
            }
        }

        if (expected.Count > script.Count + 1)
        {
            differences.Add(new("steps", $"{expected.Count} steps", $"{script.Count + 1} steps"));
        }
    }
}
