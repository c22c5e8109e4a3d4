using System.Collections.Concurrent;
using Send.Engine.Activities;
using Send.Engine.Definitions;

namespace Send.Persistence.Workflows;

/// <summary>Compiled versions, shared by all bursts of this host. Only versions that can never change are kept: published ones.</summary>
public sealed class CompiledDefinitions(WorkflowCompiler compiler)
{
    private readonly ConcurrentDictionary<string, Lazy<CompiledWorkflow>> byVersionId = new(StringComparer.Ordinal);

    /// <summary>The compiled version, if it was used on this host before.</summary>
    internal CompiledWorkflow? Find(string versionId) => byVersionId.TryGetValue(versionId, out var known) ? known.Value : null;

    /// <summary>Compiles a version, or returns what was compiled before. Throws <see cref="DefinitionException"/>.</summary>
    internal CompiledWorkflow Get(StoredDefinition stored)
    {
        if (stored.PublishedAt is null)
        {
            return Compile(stored.Json, stored.DefinitionId);
        }

        try
        {
            var workflow = byVersionId.GetOrAdd(stored.Id, _ => new Lazy<CompiledWorkflow>(() => Compile(stored.Json, stored.DefinitionId))).Value;
            if (workflow.Nodes.Any(node => node.Activity is NotFoundActivity))
            {
                // A workflow that it uses as an activity may be published later.
                byVersionId.TryRemove(stored.Id, out _);
            }

            return workflow;
        }
        catch (DefinitionException)
        {
            byVersionId.TryRemove(stored.Id, out _);
            throw;
        }
    }

    /// <summary>Why a text does not compile; null when it does.</summary>
    internal string? FindProblem(string json, string source)
    {
        try
        {
            compiler.Compile(WorkflowDefinition.Parse(json, source));
            return null;
        }
        catch (DefinitionException e)
        {
            return $"{e.Path}: {e.Problem}";
        }
    }

    /// <summary>Compiles a text that is not stored (yet).</summary>
    internal CompiledWorkflow Compile(string json, string source) => compiler.Compile(WorkflowDefinition.Parse(json, source));
}
