using Microsoft.Extensions.DependencyInjection;
using Send.Engine;
using Send.Engine.Definitions;
using Send.Engine.Expressions;
using Send.Engine.Registry;

namespace Send.Conformance.Hosting;

/// <summary>Compiles definitions with the published workflows that are usable as activities among the activity types.</summary>
internal static class EngineSetup
{
    public static CompiledWorkflow Compile(IServiceProvider services, WorkflowDefinition definition, IEnumerable<WorkflowDefinition> published)
    {
        var types = services.GetRequiredService<WellKnownTypes>();
        var registry = ((ActivityRegistry)services.GetRequiredService<IActivityRegistry>()).With(WorkflowActivities.Describe(published, types));
        return new WorkflowCompiler(registry, types).Compile(definition);
    }
}
