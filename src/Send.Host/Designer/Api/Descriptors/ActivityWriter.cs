using Send.Engine.Expressions;
using Send.Engine.Models;
using Send.Host.Localization;

namespace Send.Host.Designer.Api.Descriptors;

/// <summary>Writes activity types for Elsa Studio, in one language. What is stored in definitions (types, names of inputs, outcomes, values) stays as it is in every language.</summary>
internal sealed class ActivityWriter(WellKnownTypes types, InputChoices choices)
{
    public async ValueTask<ActivityModel> WriteAsync(ActivityDescriptor descriptor, string language, CancellationToken ct)
    {
        var words = new Words(descriptor.WorkflowDefinition is null ? descriptor.TypeName : null, language);
        var inputs = new List<InputModel>(descriptor.Inputs.Count);
        foreach (var input in descriptor.Inputs)
        {
            inputs.Add(Write(input, words, await choices.OfAsync(input, context: null, language, ct)));
        }

        var type = descriptor.ClrType is { } clr ? $"{clr.FullName}, {clr.Assembly.GetName().Name}" : null;
        var facts = descriptor.CustomProperties.ToDictionary(StringComparer.Ordinal);
        if (type is not null)
        {
            facts["Type"] = type;
        }

        return new(
            descriptor.TypeName,
            type,
            descriptor.Namespace,
            descriptor.Name,
            descriptor.Version,
            words.Own("category") ?? ActivityWords.Category(descriptor.Category, language),
            words.Of("name", descriptor.DisplayName),
            words.Of("description", descriptor.Description ?? descriptor.DisplayName),
            inputs,
            [.. descriptor.Outputs.Select(output => Write(output, words))],
            descriptor.Kind.ToString(),
            descriptor.RunAsynchronously,
            [.. descriptor.Ports.Select(port => new PortModel(port.Name, words.Of($"outcome.{port.Name}", port.DisplayName), port.Type.ToString(), port.IsBrowsable))],
            facts,
            descriptor.ConstructionProperties,
            descriptor.IsContainer,
            descriptor.IsBrowsable,
            descriptor.IsStart,
            descriptor.IsTerminal);
    }

    private InputModel Write(InputDescriptor input, Words words, IReadOnlyDictionary<string, object?> specifications)
    {
        var name = words.Of($"input.{input.Name}", input.DisplayName);
        return new(
            input.IsWrapped,
            input.UIHint,
            input.Category is { } tab ? ActivityWords.Category(tab, words.Language) : null,
            input.DefaultValue is Enum value ? value.ToString() : input.DefaultValue,
            input.DefaultSyntax,
            input.IsReadOnly,
            input.IsSensitive,
            input.AutoEvaluate,
            specifications,
            input.Name,
            types.GetAlias(input.Type),
            name,
            words.Of($"input.{input.Name}.help", input.Description ?? name),
            input.Order,
            input.IsBrowsable,
            input.IsSerializable,
            input.IsSynthetic);
    }

    private OutputModel Write(OutputDescriptor output, Words words)
    {
        var name = words.Of($"output.{output.Name}", output.DisplayName);
        return new(output.Name, types.GetAlias(output.Type), name, words.Of($"output.{output.Name}.help", output.Description ?? name), output.Order, output.IsBrowsable, output.IsSynthetic);
    }

    /// <summary>The words for a type; a workflow that is used as an activity (null) is called as its definition says.</summary>
    private readonly record struct Words(string? Type, string Language)
    {
        public string? Own(string member) => Type is null ? null : ActivityWords.Find(Type, member)?.In(Language);

        public string Of(string member, string otherwise) => Own(member) ?? otherwise;
    }
}
