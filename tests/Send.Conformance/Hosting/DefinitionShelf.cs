using Send.Engine.Definitions;
using Send.Engine.Execution;

namespace Send.Conformance.Hosting;

/// <summary>Published definitions, all versions of each.</summary>
/// <param name="compile">Compiles a definition with what is published at that moment.</param>
/// <param name="ids">Where the ids of versions come from.</param>
public sealed class DefinitionShelf(Func<WorkflowDefinition, IEnumerable<WorkflowDefinition>, CompiledWorkflow> compile, IIdGenerator ids) : IDefinitionSource
{
    private readonly List<CompiledWorkflow> versions = [];

    /// <summary>All published versions, oldest first.</summary>
    public IReadOnlyList<CompiledWorkflow> All => versions;

    /// <summary>The published version of each definition.</summary>
    public IEnumerable<CompiledWorkflow> Current => versions.GroupBy(version => version.Definition.DefinitionId, StringComparer.Ordinal).Select(group => group.Last());

    /// <summary>Publishes a definition as its next version; throws what reading or compiling throws.</summary>
    public CompiledWorkflow Publish(string json, string source)
    {
        var definition = WorkflowDefinition.Parse(json, source);
        var version = versions.Count(known => string.Equals(known.Definition.DefinitionId, definition.DefinitionId, StringComparison.Ordinal)) + 1;
        var published = definition.With(
            ("version", version), ("isLatest", true), ("isPublished", true), ("id", ids.NewId()));
        var compiled = compile(published, Current.Select(current => current.Definition));
        versions.Add(compiled);
        return compiled;
    }

    /// <summary>The published version of a definition.</summary>
    public CompiledWorkflow? FindPublished(string definitionId)
        => versions.LastOrDefault(version => string.Equals(version.Definition.DefinitionId, definitionId, StringComparison.Ordinal));

    /// <inheritdoc />
    public ValueTask<CompiledWorkflow?> FindAsync(string definitionId, VersionOptions version, CancellationToken cancellationToken) => new(version.Version > 0
        ? versions.FirstOrDefault(known => string.Equals(known.Definition.DefinitionId, definitionId, StringComparison.Ordinal) && known.Definition.Version == version.Version)
        : FindPublished(definitionId));

    /// <inheritdoc />
    public ValueTask<CompiledWorkflow?> FindByVersionIdAsync(string definitionVersionId, CancellationToken cancellationToken)
        => new(versions.FirstOrDefault(known => string.Equals(known.Definition.Id, definitionVersionId, StringComparison.Ordinal)));
}
