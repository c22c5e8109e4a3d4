using System.Collections.Concurrent;
using System.ComponentModel;
using System.Reflection;
using System.Text.RegularExpressions;
using Send.Engine.Activities;
using Send.Engine.Activities.Flowchart.Attributes;
using Send.Engine.Attributes;
using Send.Engine.Models;

namespace Send.Engine.Registry;

/// <summary>Describes an activity class from its attributes and properties.</summary>
public static partial class ActivityDescriber
{
    private static readonly ConcurrentDictionary<Type, ActivityDescriptor> Known = new();

    /// <summary>The description; the class must be constructible without arguments. A class is described once.</summary>
    public static ActivityDescriptor Describe(Type type) => Known.GetOrAdd(type, Create);

    private static ActivityDescriptor Create(Type type)
    {
        var attribute = type.GetCustomAttribute<ActivityAttribute>() ?? new ActivityAttribute();
        var @namespace = attribute.Namespace ?? type.Namespace ?? "";
        var name = attribute.Type ?? type.Name;
        var properties = type.GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(property => property.GetIndexParameters().Length == 0).ToList();
        var isTrigger = typeof(ITrigger).IsAssignableFrom(type);
        return new ActivityDescriptor
        {
            TypeName = @namespace.Length > 0 ? $"{@namespace}.{name}" : name,
            Namespace = @namespace,
            Name = name,
            Version = attribute.Version,
            Category = attribute.Category ?? @namespace,
            DisplayName = attribute.DisplayName ?? type.GetCustomAttribute<DisplayNameAttribute>()?.DisplayName ?? Humanize(name),
            Description = attribute.Description,
            Kind = isTrigger && attribute.Kind == ActivityKind.Action ? ActivityKind.Trigger : attribute.Kind,
            ClrType = type,
            RunAsynchronously = attribute.RunAsynchronously,
            Inputs = [.. properties.Select(InputDescriber.TryDescribe).OfType<InputDescriptor>().OrderBy(input => input.Order)],
            Outputs = [.. properties.Select(DescribeOutput).OfType<OutputDescriptor>()],
            Ports = DescribePorts(type, properties),
            EmbeddedPorts = [.. properties.Select(DescribeEmbedded).OfType<EmbeddedPort>()],
            IsContainer = typeof(Activities.Container).IsAssignableFrom(type),
            IsBrowsable = type.GetCustomAttribute<BrowsableAttribute>()?.Browsable ?? true,
            IsStart = type == typeof(Start),
            IsTerminal = typeof(ITerminalNode).IsAssignableFrom(type),
            Constructor = PropertyAccess.Constructor(type),
        };
    }

    internal static string Humanize(string name) => WordStart().Replace(name, " ");

    private static OutputDescriptor? DescribeOutput(PropertyInfo property)
    {
        if (!typeof(Output).IsAssignableFrom(property.PropertyType) || !property.CanWrite)
        {
            return null;
        }

        var attribute = property.GetCustomAttribute<OutputAttribute>() ?? new OutputAttribute();
        var type = property.PropertyType.IsGenericType ? property.PropertyType.GetGenericArguments()[0] : typeof(object);
        return new OutputDescriptor
        {
            Name = attribute.Name ?? property.Name,
            Type = type,
            DisplayName = attribute.DisplayName ?? Humanize(property.Name),
            Description = attribute.Description,
            IsBrowsable = attribute.IsBrowsable,
            IsSerializable = attribute.IsSerializable,
            Getter = PropertyAccess.Getter(property),
            Setter = PropertyAccess.Setter(property),
            OutputFactory = PropertyAccess.Factory<Expressions.MemoryBlockReference, Output>(property.PropertyType),
        };
    }

    private static List<Port> DescribePorts(Type type, List<PropertyInfo> properties)
    {
        var embedded = properties
            .Where(property => typeof(IActivity).IsAssignableFrom(property.PropertyType))
            .Select(property => (Property: property, Attribute: property.GetCustomAttribute<PortAttribute>()))
            .Select(port => new Port(
                port.Attribute?.Name ?? port.Property.Name,
                port.Attribute?.DisplayName ?? Humanize(port.Property.Name),
                PortType.Embedded,
                port.Property.GetCustomAttribute<BrowsableAttribute>()?.Browsable ?? true));
        var outcomes = type.GetCustomAttribute<FlowNodeAttribute>()?.Outcomes ?? [];
        return [.. embedded, .. outcomes.Select(outcome => new Port(outcome, outcome, PortType.Flow))];
    }

    private static EmbeddedPort? DescribeEmbedded(PropertyInfo property)
    {
        var isCollection = typeof(IEnumerable<IActivity>).IsAssignableFrom(property.PropertyType);
        return property.CanWrite && (isCollection || typeof(IActivity).IsAssignableFrom(property.PropertyType))
            ? new EmbeddedPort(property.Name, isCollection, PropertyAccess.Getter(property), PropertyAccess.Setter(property))
            : null;
    }

    [GeneratedRegex("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WordStart();
}
