using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Send.Core.Processes;
using Send.Engine;
using Send.Engine.Execution;

namespace Send.Persistence.Workflows;

/// <summary>Wires the engine's store. The host adds the engine itself (`AddSendEngine`), because it knows the activities.</summary>
internal static class WorkflowStoreRegistration
{
    public static void AddWorkflowStore(this IServiceCollection services)
    {
        services.Replace(ServiceDescriptor.Singleton<IIdGenerator, GuidIds>());
        services.AddSingleton<PublishedActivities>();
        services.AddSingleton<IActivityRegistry>(provider => provider.GetRequiredService<PublishedActivities>());
        services.AddSingleton<CompiledDefinitions>();
        services.AddSingleton<IProcessRunner, ProcessRunner>();
        services.AddSingleton<DefinitionFiles>();
        services.AddSingleton<DefinitionSeeder>();
        services.AddScoped<DefinitionStore>();
        services.AddScoped<DefinitionRemoval>();
        services.AddScoped<DefinitionReferences>();
        services.AddScoped<DefinitionHistory>();
        services.AddScoped<DefinitionUses>();
        services.AddScoped<DraftConflicts>();
        services.AddScoped<TriggerIndex>();
        services.AddScoped<EventSpreader>();
        services.AddScoped<IDefinitionSource, DefinitionSource>();
        services.AddScoped<InstanceSession>();
        services.AddScoped<EffectOutbox>();
        services.AddScoped<BurstSeries>();
        services.AddScoped<OperatorRouter>();
        services.AddScoped<StimulusRouter>();
        services.AddScoped<StepExecution>();
        services.AddScoped<ProcessCleanup>();
        services.AddScoped<JournalReader>();
        services.AddScoped<InstanceMoves>();
    }
}
