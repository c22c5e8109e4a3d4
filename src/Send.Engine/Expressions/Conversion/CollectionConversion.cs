using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Dynamic;

namespace Send.Engine.Expressions;

/// <summary>Between lists, arrays, sets and dictionaries; elements are converted one by one, leniently.</summary>
internal static class CollectionConversion
{
    public static bool TryConvertText(string text, Type target, [NotNullWhen(true)] out object? result)
    {
        // Elsa reads a text where texts are wanted as a list of one; where objects are wanted, as its characters.
        result = null;
        return ElementType(target) is { } element && (element == typeof(string) || (element == typeof(object) && !target.IsArray))
            && TryBuild(element == typeof(string) ? [text] : text.Select(character => (object?)character.ToString()), target, element, out result);
    }

    public static bool TryConvert(object value, Type target, [NotNullWhen(true)] out object? result)
    {
        result = null;
        if (AsEntries(value) is { } entries)
        {
            return TryBuildDictionary(entries, target, out result);
        }

        return value is IEnumerable items && ElementType(target) is { } element && TryBuild(items, target, element, out result);
    }

    private static IEnumerable<KeyValuePair<string, object?>>? AsEntries(object value) => value switch
    {
        IEnumerable<KeyValuePair<string, object?>> typed => typed,
        IDictionary untyped => untyped.Keys.Cast<object>().Select(key => KeyValuePair.Create(TextConversion.ToText(key), untyped[key])),
        _ => null,
    };

    private static bool TryBuildDictionary(IEnumerable<KeyValuePair<string, object?>> entries, Type target, [NotNullWhen(true)] out object? result)
    {
        result = null;
        if (target == typeof(ExpandoObject))
        {
            IDictionary<string, object?> expando = new ExpandoObject();
            foreach (var (key, item) in entries)
            {
                expando[key] = item;
            }

            result = expando;
        }
        else if (target.IsAssignableFrom(typeof(Dictionary<string, object?>)))
        {
            result = new Dictionary<string, object?>(entries, StringComparer.Ordinal);
        }
        else if (target.IsAssignableFrom(typeof(Dictionary<string, string?>)))
        {
            result = entries.ToDictionary(entry => entry.Key, entry => ObjectConverter.ConvertTo<string>(entry.Value), StringComparer.Ordinal);
        }

        return result is not null;
    }

    private static Type? ElementType(Type target)
    {
        if (target.IsArray)
        {
            return target.GetArrayRank() == 1 ? target.GetElementType() : null;
        }

        if (target.IsGenericType && target.GetGenericArguments() is [var element])
        {
            return element;
        }

        return target == typeof(IEnumerable) || target == typeof(ICollection) || target == typeof(IList) ? typeof(object) : null;
    }

    private static bool TryBuild(IEnumerable items, Type target, Type element, [NotNullWhen(true)] out object? result)
    {
        result = null;
        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(element))!;
        if (!target.IsArray && !target.IsInstanceOfType(list) && !IsSet(target, element))
        {
            return false;
        }

        foreach (var item in items)
        {
            list.Add(ObjectConverter.ConvertTo(item, element) ?? ObjectConverter.DefaultOf(element));
        }

        if (target.IsArray)
        {
            var array = Array.CreateInstance(element, list.Count);
            list.CopyTo(array, 0);
            result = array;
        }
        else
        {
            result = target.IsInstanceOfType(list) ? list : Activator.CreateInstance(typeof(HashSet<>).MakeGenericType(element), list);
        }

        return result is not null;
    }

    private static bool IsSet(Type target, Type element) => target.IsAssignableFrom(typeof(HashSet<>).MakeGenericType(element));
}
