using System.Text.Json;

namespace Send.Host.Designer.Checks.Rules;

/// <summary>A constant of an input that offers a few choices is one of them.</summary>
internal sealed class ChoicesRule : IDefinitionRule
{
    public IEnumerable<RuleFinding> Check(CheckScope scope) =>
        from activity in scope.Activities
        from input in activity.Descriptor?.Inputs ?? []
        let type = Nullable.GetUnderlyingType(input.Type) ?? input.Type
        where type.IsEnum && input.IsWrapped
        let name = JsonNamingPolicy.CamelCase.ConvertName(input.Name)
        let value = activity.Input(name).Literal
        where value is not null && !(Enum.TryParse(type, value, ignoreCase: true, out var parsed) && Enum.IsDefined(type, parsed!))
        select RuleFinding.Error("input.noSuchChoice", activity, name, activity.InputLabel(name), value, Choices.Of(type));
}
