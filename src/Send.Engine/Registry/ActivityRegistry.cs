using System.Reflection;
using Send.Engine.Attributes;
using Send.Engine.Models;

namespace Send.Engine.Registry;

/// <summary>Activity types described by reflection, once. Immutable: <see cref="With"/> makes an extended one.</summary>
public sealed class ActivityRegistry : IActivityRegistry
{
    private readonly Dictionary<string, List<ActivityDescriptor>> byType = new(StringComparer.Ordinal);
    private readonly List<ActivityDescriptor> all;

    /// <summary>A registry of these types; of two with the same name and version the later one counts.</summary>
    public ActivityRegistry(IEnumerable<ActivityDescriptor> descriptors)
    {
        foreach (var descriptor in descriptors)
        {
            if (!byType.TryGetValue(descriptor.TypeName, out var versions))
            {
                byType[descriptor.TypeName] = versions = [];
            }

            versions.RemoveAll(existing => existing.Version == descriptor.Version);
            versions.Add(descriptor);
            versions.Sort((left, right) => right.Version.CompareTo(left.Version));
        }

        all = [.. byType.Values.SelectMany(versions => versions).OrderBy(descriptor => descriptor.TypeName, StringComparer.Ordinal).ThenBy(descriptor => descriptor.Version)];
    }

    /// <summary>A registry of the engine's own activities and those of these assemblies.</summary>
    public static ActivityRegistry FromAssemblies(params IEnumerable<Assembly> assemblies) => new(
        assemblies.Prepend(typeof(ActivityRegistry).Assembly).Distinct().SelectMany(ActivityTypes).Select(ActivityDescriber.Describe));

    /// <summary>The activity classes of an assembly: public or internal, not abstract, not generic.</summary>
    public static IEnumerable<Type> ActivityTypes(Assembly assembly) => assembly.GetTypes().Where(type =>
        typeof(IActivity).IsAssignableFrom(type) && type is { IsAbstract: false, ContainsGenericParameters: false } && type.GetCustomAttribute<ActivityAttribute>() is not null);

    /// <summary>This registry and more types, for example published workflows that are usable as activities.</summary>
    public ActivityRegistry With(IEnumerable<ActivityDescriptor> descriptors) => new(all.Concat(descriptors));

    /// <inheritdoc />
    public IReadOnlyCollection<ActivityDescriptor> ListAll() => all;

    /// <inheritdoc />
    public ActivityDescriptor? Find(string type) => byType.TryGetValue(type, out var versions) ? versions[0] : null;

    /// <inheritdoc />
    public ActivityDescriptor? Find(string type, int version) =>
        byType.TryGetValue(type, out var versions) ? versions.Find(descriptor => descriptor.Version == version) : null;
}
