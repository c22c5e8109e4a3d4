using System.Collections;
using Jint.Native;
using Jint.Native.Object;
using Jint.Runtime.Interop;

namespace Send.Engine.Expressions.JavaScript;

/// <summary>
/// How much text a value becomes, at most, counted without making it. Stops as soon as the limit is passed, so a value that contains itself
/// many times over costs no more to measure than the limit.
/// </summary>
internal static class ValueSize
{
    public static double Of(JsValue value)
    {
        double total = 0;
        Add(value, 0, ref total, 0);
        return total;
    }

    public static double OfJoined(JsValue value, JsValue separator)
    {
        double total = 0;
        Add(value, separator is JsString text ? text.Length : 1, ref total, 0);
        return total;
    }

    public static double Coerced(JsValue value) => value is ObjectInstance ? double.MaxValue : TypeNumber(value);

    private static double TypeNumber(JsValue value)
        => double.TryParse(value.ToString(), System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static void Add(JsValue value, double separator, ref double total, int depth)
    {
        total += 4;
        if (total > ScriptLimits.Characters)
        {
            return;
        }

        if (depth > ScriptLimits.Depth * 16)
        {
            total = double.MaxValue;
            return;
        }

        switch (value)
        {
            case JsString text:
                total += text.Length;
                break;
            case IObjectWrapper wrapper:
                AddClr(wrapper.Target, separator, ref total, depth);
                break;
            case JsArray array:
                for (uint i = 0; i < array.Length && total <= ScriptLimits.Characters; i++)
                {
                    total += separator;
                    Add(array[i], separator, ref total, depth + 1);
                }

                break;
            case JsObject map:
                AddMembers(map, separator, ref total, depth);
                break;
        }
    }

    private static void AddMembers(JsObject map, double separator, ref double total, int depth)
    {
        foreach (var (key, property) in map.GetOwnProperties())
        {
            if (total > ScriptLimits.Characters)
            {
                return;
            }

            total += key.ToString().Length;
            if (property.IsDataDescriptor())
            {
                Add(property.Value, separator, ref total, depth + 1);
            }
        }
    }

    private static void AddClr(object? value, double separator, ref double total, int depth)
    {
        total += 4 + separator;
        if (total > ScriptLimits.Characters || depth > ScriptLimits.Depth * 16)
        {
            return;
        }

        switch (value)
        {
            case string text:
                total += text.Length;
                break;
            case IEnumerable<KeyValuePair<string, object?>> map:
                foreach (var (key, item) in map)
                {
                    total += key.Length;
                    AddClr(item, separator, ref total, depth + 1);
                }

                break;
            case ICollection list:
                foreach (var item in list)
                {
                    AddClr(item, separator, ref total, depth + 1);
                }

                break;
        }
    }
}
