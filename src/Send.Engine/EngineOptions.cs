using System.ComponentModel.DataAnnotations;
using System.Reflection;

namespace Send.Engine;

/// <summary>How the engine is set up.</summary>
public sealed class EngineOptions
{
    private readonly List<Assembly> assemblies = [];

    /// <summary>Number of activities that one burst may execute before it is cut with an incident.</summary>
    [Range(100, 10_000_000)]
    public int MaxActivitiesPerBurst { get; set; } = 100_000;

    /// <summary>How deep workflows may execute each other within one burst (ExecuteWorkflow).</summary>
    [Range(1, 200)]
    public int MaxInlineDepth { get; set; } = 32;

    /// <summary>Assemblies whose activities definitions may use, besides the engine's own.</summary>
    public IReadOnlyList<Assembly> ActivityAssemblies => assemblies;

    /// <summary>Lets definitions use the activities of an assembly.</summary>
    public EngineOptions AddActivitiesFrom(Assembly assembly)
    {
        assemblies.Add(assembly);
        return this;
    }

    /// <summary>Lets definitions use the activities of the assembly of <typeparamref name="TMarker"/>.</summary>
    public EngineOptions AddActivitiesFrom<TMarker>() => AddActivitiesFrom(typeof(TMarker).Assembly);
}
