using System.Text;
using Fluid;
using Fluid.Values;

namespace Send.Engine.Expressions.Liquid;

/// <summary>Fluid's filters with sizes checked before they run, and the three that Elsa adds: json, base64 and keys.</summary>
internal static class LiquidFilters
{
    public static void Install(FilterCollection filters)
    {
        filters.AddFilter("json", static (input, _, _) => new(Text(PlainValue.ToJsonText(Plain(input, 0)))));
        filters.AddFilter("base64", static (input, _, _) => new(Text(Convert.ToBase64String(Encoding.UTF8.GetBytes(input.ToStringValue())))));
        filters.AddFilter("keys", static (input, _, _) => new(Keys(input)));
        foreach (var (name, filter) in filters.ToList())
        {
            filters.AddFilter(name, Guarded(name, filter));
        }
    }

    private static FilterDelegate Guarded(string name, FilterDelegate filter) => (input, arguments, context) =>
    {
        LiquidBudget.Of(context)?.Check();
        LiquidBudget.CheckSize(ResultSize(name, input, arguments));
        if (input is ArrayValue list)
        {
            LiquidBudget.CheckCount(list.Values.Count + (string.Equals(name, "concat", StringComparison.Ordinal) && arguments.At(0) is ArrayValue other ? other.Values.Count : 0));
        }

        return filter(input, arguments, context);
    };

    private static double ResultSize(string name, FluidValue input, FilterArguments arguments)
    {
        var size = LiquidBudget.Size(input);
        return name switch
        {
            "append" or "prepend" => size + LiquidBudget.Size(arguments.At(0)),
            "replace" => size + (Occurrences(input, arguments.At(0)) * LiquidBudget.Size(arguments.At(1))),
            "join" when input is ArrayValue list => size + (list.Values.Count * LiquidBudget.Size(arguments.At(0))),
            _ => size,
        };
    }

    private static double Occurrences(FluidValue input, FluidValue pattern)
    {
        var text = input.ToStringValue();
        var search = pattern.ToStringValue();
        return search.Length == 0 ? text.Length + 1 : text.AsSpan().Count(search);
    }

    private static object? Plain(FluidValue value, int depth) => value switch
    {
        _ when depth > 60 => throw new ExpressionException(ExpressionErrorKind.Limit, "A value in the template is too deep."),
        ArrayValue list => list.Values.Select(item => Plain(item, depth + 1)).ToList(),
        DictionaryValue map when map.ToObjectValue() is IFluidIndexable members => members.Keys.ToDictionary(
            key => key, key => members.TryGetValue(key, out var member) ? Plain(member, depth + 1) : null, StringComparer.Ordinal),
        _ => value.ToObjectValue(),
    };

    private static FluidValue Keys(FluidValue input) => input.ToObjectValue() is IFluidIndexable map
        ? new ArrayValue(map.Keys.Select(key => (FluidValue)new StringValue(key)).ToList())
        : input.ToObjectValue() is IEnumerable<KeyValuePair<string, object?>> entries
            ? new ArrayValue(entries.Select(entry => (FluidValue)new StringValue(entry.Key)).ToList())
            : NilValue.Instance;

    private static StringValue Text(string text) => new(text);
}
