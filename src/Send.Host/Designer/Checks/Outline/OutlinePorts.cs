using Send.Core.Forms;
using Send.Engine.Models;

namespace Send.Host.Designer.Checks.Outline;

/// <summary>The outcomes by which an activity can be left.</summary>
/// <param name="Outcomes">All that it can have; null when they are computed as it runs.</param>
/// <param name="Optional">Those that need no connection: Elsa offers them whether they happen or not.</param>
internal sealed record OutlinePorts(IReadOnlyList<string>? Outcomes, IReadOnlyList<string> Optional)
{
    private const string Done = "Done";

    public static OutlinePorts Of(OutlineActivity activity, FormCatalog forms) => activity.Type switch
    {
        _ when activity.Descriptor is null => new(null, []),
        _ when activity.Descriptor.IsTerminal => new([], [Done]),
        "Elsa.FlowFork" => Given(activity.Input("branches")) ?? new(null, []),
        "Elsa.FlowSwitch" => new([.. activity.Json.Items("cases").Select(item => item.Text("label")).OfType<string>(), "Default"], []),
        "Send.HumanTask" => OfTask(activity, forms),
        _ when activity.Descriptor.WorkflowDefinition is { Outcomes.Count: > 0 } inner => new([.. inner.Outcomes], [Done]),
        _ => new(Declared(activity.Descriptor), []),
    };

    private static OutlinePorts? Given(OutlineInput input) => input.Values.Count > 0 ? new([.. input.Values], []) : null;

    private static OutlinePorts OfTask(OutlineActivity activity, FormCatalog forms)
    {
        var outcomes = activity.Input("outcomes");
        if (outcomes.Values.Count > 0)
        {
            return new([.. outcomes.Values], []);
        }

        return outcomes.IsComputed || forms.Find(activity.Input("form").Literal ?? "") is not { } form ? new(null, []) : new([.. form.Outcomes.Select(outcome => outcome.Name)], []);
    }

    private static string[] Declared(ActivityDescriptor descriptor) =>
        descriptor.Ports.Where(port => port.Type == PortType.Flow).Select(port => port.Name).DefaultIfEmpty(Done).ToArray();
}
