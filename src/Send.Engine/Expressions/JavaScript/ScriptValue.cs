using System.Dynamic;
using System.Text.Json;
using System.Text.Json.Nodes;
using Jint.Native;
using Jint.Native.Object;
using Jint.Runtime;
using Jint.Runtime.Interop;

namespace Send.Engine.Expressions.JavaScript;

/// <summary>
/// Between values of scripts and of .NET. Numbers are doubles, dates UTC <see cref="DateTime"/>, arrays <c>object[]</c>, objects dictionaries.
/// The size of what a script hands out is bounded, because a value that shares its parts can be small inside and endless outside.
/// </summary>
internal static class ScriptValue
{
    public static object? ToClr(JsValue value)
    {
        var budget = ScriptLimits.Nodes;
        return ToClr(value, ref budget, 0);
    }

    public static JsValue ToScript(Jint.Engine engine, object? value) => value switch
    {
        null => JsValue.Null,
        JsValue script => script,
        DateOnly or TimeOnly => JsValue.FromObject(engine, TextConversion.ToText(value)),
        Enum name => JsValue.FromObject(engine, name.ToString()),
        JsonElement element => JsValue.FromObject(engine, PlainValue.FromJson(element)),
        JsonNode node => JsValue.FromObject(engine, PlainValue.FromJson(node)),
        _ => JsValue.FromObject(engine, value),
    };

    /// <summary>A copy made of script objects and arrays, for values that a script changes in place.</summary>
    public static JsValue Copy(Jint.Engine engine, object? value) => Copy(engine, value, 0);

    private static JsValue Copy(Jint.Engine engine, object? value, int depth)
    {
        if (depth > ScriptLimits.Depth)
        {
            throw new ExpressionException(ExpressionErrorKind.Limit, "A variable is too deep.");
        }

        switch (value)
        {
            case IDictionary<string, object?> map:
                var copy = new JsObject(engine);
                foreach (var (key, item) in map)
                {
                    copy.Set(key, Copy(engine, item, depth + 1));
                }

                return copy;
            case List<object?> or object?[]:
                return new JsArray(engine, ((IEnumerable<object?>)value).Select(item => Copy(engine, item, depth + 1)).ToArray());
            default:
                return ToScript(engine, value);
        }
    }

    private static object? ToClr(JsValue value, ref int budget, int depth)
    {
        if (--budget < 0 || depth > ScriptLimits.Depth)
        {
            throw new ExpressionException(ExpressionErrorKind.Limit, "The value that the script gives is too large or too deep.");
        }

        switch (value)
        {
            case JsString text:
                return text.ToString();
            case IObjectWrapper wrapper:
                return wrapper.Target;
            case JsArray array:
                return ToArray(array, ref budget, depth);
            case JsDate date:
                return double.IsNaN(date.DateValue) ? null : date.ToDateTime();
            case JsError error:
                return error.Get("message").ToString();
            case Jint.Native.Function.Function:
                return null;
            case JsObject plain:
                return ToMap(plain, ref budget, depth);
            case JsRegExp or JsMap or JsSet:
                return new ExpandoObject();
            case ObjectInstance other when other.GetType().Name is "JsProxy":
                return ToMap(other, ref budget, depth);
            default:
                return value.ToObject();
        }
    }

    private static object?[] ToArray(JsArray array, ref int budget, int depth)
    {
        if (array.Length > budget)
        {
            throw new ExpressionException(ExpressionErrorKind.Limit, "The list that the script gives is too long.");
        }

        var items = new object?[array.Length];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = ToClr(array[(uint)i], ref budget, depth + 1);
        }

        return items;
    }

    private static Dictionary<string, object?> ToMap(ObjectInstance value, ref int budget, int depth)
    {
        var map = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var key in value.GetOwnPropertyKeys(Types.String))
        {
            if (value.GetOwnProperty(key).Enumerable && value.Get(key) is not Jint.Native.Function.Function and var item)
            {
                map[key.ToString()] = ToClr(item, ref budget, depth + 1);
            }
        }

        return map;
    }
}
