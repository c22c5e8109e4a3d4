using System.Globalization;
using System.Text;
using Send.Engine.Activities;
using Send.Engine.Expressions;
using Send.Engine.Models;
using Send.Engine.Registry;

namespace Send.Engine.Definitions;

/// <summary>Describes published workflows that are usable as activities, so that other definitions can contain them.</summary>
public static class WorkflowActivities
{
    /// <summary>
    /// Descriptors to add to a registry (<see cref="ActivityRegistry.With"/>): type name is the workflow's name in Pascal case, inputs,
    /// outputs and outcomes are the declared ones. Workflows that are not usable as activities are left out.
    /// </summary>
    public static IEnumerable<ActivityDescriptor> Describe(IEnumerable<WorkflowDefinition> published, WellKnownTypes types) =>
        published.Where(definition => definition.Options.UsableAsActivity).Select(definition => Describe(definition, types));

    private static ActivityDescriptor Describe(WorkflowDefinition definition, WellKnownTypes types)
    {
        var name = TypeNameOf(definition.Name ?? definition.DefinitionId);
        return new ActivityDescriptor
        {
            TypeName = name,
            Namespace = "",
            Name = name,
            Version = definition.Version,
            Category = definition.Options.ActivityCategory is { Length: > 0 } category ? category : "Workflows",
            DisplayName = definition.Name ?? definition.DefinitionId,
            Description = definition.Description,
            Inputs = [.. definition.Inputs.Select(input => DescribeInput(input, types))],
            Outputs = [.. definition.Outputs.Select(output => DescribeOutput(output, types))],
            Ports = [.. definition.Outcomes.Select(outcome => new Port(outcome, outcome, PortType.Flow))],
            CustomProperties = new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["RootType"] = nameof(WorkflowDefinitionActivity),
                ["WorkflowDefinitionId"] = definition.DefinitionId,
                ["WorkflowDefinitionVersionId"] = definition.Id,
            },
            ConstructionProperties = new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["WorkflowDefinitionId"] = definition.DefinitionId,
                ["WorkflowDefinitionVersionId"] = definition.Id,
                ["LatestAvailablePublishedVersion"] = definition.Version,
                ["LatestAvailablePublishedVersionId"] = definition.Id,
            },
            Constructor = static () => new WorkflowDefinitionActivity(),
            WorkflowDefinition = definition,
        };
    }

    private static InputDescriptor DescribeInput(ArgumentDefinition input, WellKnownTypes types)
    {
        var type = types.Resolve(input.TypeName, input.IsArray) ?? typeof(object);
        return new InputDescriptor
        {
            Name = input.Name,
            Type = type,
            DisplayName = string.IsNullOrEmpty(input.DisplayName) ? input.Name : input.DisplayName,
            Description = input.Description,
            Category = input.Category,
            UIHint = input.UIHint ?? UIHints.InputUIHints.SingleLine,
            IsSynthetic = true,
            InputFactory = PropertyAccess.Factory<Expression, Input>(typeof(Input<>).MakeGenericType(type)),
        };
    }

    private static OutputDescriptor DescribeOutput(ArgumentDefinition output, WellKnownTypes types)
    {
        var type = types.Resolve(output.TypeName, output.IsArray) ?? typeof(object);
        return new OutputDescriptor
        {
            Name = output.Name,
            Type = type,
            DisplayName = string.IsNullOrEmpty(output.DisplayName) ? output.Name : output.DisplayName,
            Description = output.Description,
            IsSynthetic = true,
            OutputFactory = PropertyAccess.Factory<MemoryBlockReference, Output>(typeof(Output<>).MakeGenericType(type)),
        };
    }

    /// <summary>The name without anything but letters and digits, each word with a capital: <c>c186-kid</c> becomes <c>C186Kid</c>.</summary>
    private static string TypeNameOf(string name)
    {
        var text = new StringBuilder(name.Length);
        var isWordStart = true;
        foreach (var letter in name)
        {
            if (!char.IsLetterOrDigit(letter))
            {
                isWordStart = true;
                continue;
            }

            text.Append(isWordStart ? char.ToUpper(letter, CultureInfo.InvariantCulture) : letter);
            isWordStart = false;
        }

        return text.ToString();
    }
}
