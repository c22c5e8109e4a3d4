using System.Collections.Concurrent;
using System.Dynamic;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Send.Engine.Expressions;

/// <summary>
/// The types that definitions may name, by Elsa's aliases (<c>Int32</c>, <c>ObjectDictionary</c>, <c>String[]</c>, <c>List&lt;Object&gt;</c>).
/// A name that is not registered gives no type: a definition cannot make the engine load a class of its choice.
/// </summary>
public sealed class WellKnownTypes
{
    private readonly ConcurrentDictionary<string, Type> types = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<Type, string> aliases = new();

    /// <summary>Creates the registry with Elsa's own aliases.</summary>
    public WellKnownTypes()
    {
        Register<object>("Object").Register<string>("String").Register<bool>("Boolean").Register<char>("Char").Register<byte>("Byte");
        Register<short>("Int16").Register<int>("Int32").Register<long>("Int64").Register<float>("Single").Register<double>("Double");
        Register<long>("Long").Register<decimal>("Decimal").Register<Guid>("Guid").Register<Uri>("Uri").Register<Type>("Type");
        Register<DateTime>("DateTime").Register<DateTimeOffset>("DateTimeOffset").Register<DateOnly>("DateOnly");
        Register<TimeOnly>("TimeOnly").Register<TimeSpan>("TimeSpan").Register<byte[]>("ByteArray").Register<Stream>("Stream");
        Register<IDictionary<string, object>>("ObjectDictionary").Register<IDictionary<string, string>>("StringDictionary");
        Register<ICollection<object>>("ObjectList").Register<object[]>("ObjectArray").Register<ExpandoObject>("ExpandoObject");
        Register<JsonElement>("JsonElement").Register<JsonNode>("JSON").Register<JsonNode>("JsonNode");
        Register<JsonObject>("JsonObject").Register<JsonArray>("JsonArray");
    }

    /// <summary>Registers a type under an alias; the last alias of a type is the one that is written.</summary>
    public WellKnownTypes Register<T>(string alias) => Register(typeof(T), alias);

    /// <summary>Registers a type under an alias; the last alias of a type is the one that is written.</summary>
    public WellKnownTypes Register(Type type, string alias)
    {
        ArgumentNullException.ThrowIfNull(type);
        ArgumentException.ThrowIfNullOrWhiteSpace(alias);
        types[alias] = type;
        aliases[type] = alias;
        return this;
    }

    /// <summary>All aliases with their types.</summary>
    public IReadOnlyDictionary<string, Type> Types => types;

    /// <summary>The type that an alias stands for. Understands <c>X[]</c>, <c>List&lt;X&gt;</c>, <c>Nullable&lt;X&gt;</c> and .NET names of registered types.</summary>
    public bool TryGetType(string? alias, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Type? type)
    {
        type = null;
        if (string.IsNullOrWhiteSpace(alias))
        {
            return false;
        }

        var name = alias.Trim();
        if (types.TryGetValue(name, out type))
        {
            return true;
        }

        if (name.EndsWith("[]", StringComparison.Ordinal))
        {
            type = TryGetType(name[..^2], out var element) ? element.MakeArrayType() : null;
        }
        else if (Argument(name, "List") is { } item)
        {
            type = TryGetType(item, out var element) ? typeof(ICollection<>).MakeGenericType(element) : null;
        }
        else if (Argument(name, "Nullable") is { } optional)
        {
            type = TryGetType(optional, out var inner) && inner.IsValueType ? typeof(Nullable<>).MakeGenericType(inner) : null;
        }
        else
        {
            var fullName = name.Split(',')[0].Trim();
            type = types.Values.FirstOrDefault(known => string.Equals(known.FullName, fullName, StringComparison.Ordinal));
        }

        return type is not null;
    }

    /// <summary>The alias to write for a type; for an unregistered one its .NET name with the assembly.</summary>
    public string GetAlias(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        if (aliases.TryGetValue(type, out var alias))
        {
            return alias;
        }

        if (type.IsArray && type.GetElementType() is { } element)
        {
            return GetAlias(element) + "[]";
        }

        if (Nullable.GetUnderlyingType(type) is { } inner)
        {
            return GetAlias(inner);
        }

        if (type.IsGenericType && type.GetGenericArguments() is [var item] && typeof(System.Collections.IEnumerable).IsAssignableFrom(type))
        {
            return $"List<{GetAlias(item)}>";
        }

        return $"{type.FullName}, {type.Assembly.GetName().Name}";
    }

    /// <summary>The type of a variable or argument as a definition declares it; null if the name is unknown, which drops the variable.</summary>
    public Type? Resolve(string? typeName, bool isArray)
    {
        if (!TryGetType(string.IsNullOrWhiteSpace(typeName) ? "Object" : typeName, out var type))
        {
            return null;
        }

        return isArray ? type.MakeArrayType() : type;
    }

    private static string? Argument(string name, string generic)
        => name.StartsWith(generic + "<", StringComparison.OrdinalIgnoreCase) && name.EndsWith('>') ? name[(generic.Length + 1)..^1] : null;
}
