namespace Send.Host.Designer.Checks.Outline;

/// <summary>Where a flowchart begins, as the engine decides it, and what its connections lead to from there.</summary>
internal static class FlowReach
{
    /// <summary>What says of itself that it begins: the named start, activities of type Start, triggers that start the workflow.</summary>
    public static IReadOnlyList<OutlineActivity> MarkedStarts(OutlineActivity flowchart)
    {
        var named = flowchart.Json.Text("start") ?? flowchart.Json.Object("start")?.Text("id");
        return [.. flowchart.Children.Where(child => child.Id == named || child.Descriptor is { IsStart: true } || child.CanStartWorkflow)];
    }

    /// <summary>Activities to which no connection leads.</summary>
    public static IReadOnlyList<OutlineActivity> Entries(OutlineActivity flowchart)
    {
        var targets = flowchart.Connections.Select(connection => connection.Target).ToHashSet(StringComparer.Ordinal);
        return [.. flowchart.Children.Where(child => !targets.Contains(child.Id))];
    }

    /// <summary>Ids of the activities that can run.</summary>
    public static HashSet<string> Of(OutlineActivity flowchart)
    {
        var starts = MarkedStarts(flowchart);
        if (starts.Count == 0)
        {
            starts = [.. Entries(flowchart).Concat(flowchart.Children).Take(1)];
        }

        var targets = flowchart.Connections.ToLookup(connection => connection.Source, connection => connection.Target, StringComparer.Ordinal);
        var reached = starts.Select(start => start.Id).ToHashSet(StringComparer.Ordinal);
        var open = new Queue<string>(reached);
        while (open.TryDequeue(out var id))
        {
            foreach (var next in targets[id].Where(reached.Add))
            {
                open.Enqueue(next);
            }
        }

        return reached;
    }
}
