using System.Collections;

namespace Send.Engine.Expressions.JavaScript;

/// <summary>
/// Remembers the .NET dictionaries and lists that a script was given. It may change them in place, and so put one into itself or share
/// parts until the whole has no end when it is stored. What goes too far is cut off before anybody stores it.
/// </summary>
internal sealed class ExposedValues
{
    private readonly HashSet<object> roots = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<object> path = new(ReferenceEqualityComparer.Instance);
    private int budget = ScriptLimits.Nodes;

    public void Add(object? value)
    {
        if (IsContainer(value))
        {
            roots.Add(value!);
        }
    }

    /// <summary>Cuts off what contains itself, is too deep or too large; true if there was something.</summary>
    public bool Cut() => roots.Aggregate(false, (isCut, root) => Cut(root) || isCut);

    private bool Cut(object container)
    {
        path.Add(container);
        var isCut = false;
        if (container is IDictionary<string, object?> map)
        {
            foreach (var key in map.Where(entry => IsContainer(entry.Value)).Select(entry => entry.Key).ToList())
            {
                if (IsTooMuch(map[key]!))
                {
                    map[key] = null;
                    isCut = true;
                }
                else
                {
                    isCut |= Cut(map[key]!);
                }
            }
        }
        else if (container is IList list)
        {
            for (var i = 0; i < list.Count; i++)
            {
                if (!IsContainer(list[i]))
                {
                    continue;
                }

                if (IsTooMuch(list[i]!))
                {
                    list[i] = null;
                    isCut = true;
                }
                else
                {
                    isCut |= Cut(list[i]!);
                }
            }
        }

        path.Remove(container);
        return isCut;
    }

    private bool IsTooMuch(object value) => --budget < 0 || path.Count >= ScriptLimits.Depth / 2 || path.Contains(value);

    private static bool IsContainer(object? value) => value is IDictionary<string, object?> or List<object?> or object?[];
}
