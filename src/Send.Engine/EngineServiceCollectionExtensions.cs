using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Send.Engine.Definitions;
using Send.Engine.Execution;
using Send.Engine.Expressions;
using Send.Engine.Registry;

namespace Send.Engine.Extensions;

/// <summary>Registers the engine.</summary>
public static class EngineServiceCollectionExtensions
{
    /// <summary>
    /// Adds runner, compiler, registry and expressions. The host adds <see cref="IDefinitionSource"/> (needed by activities that start
    /// other workflows) and, if it wants the lines, <see cref="IWriteLineSink"/>.
    /// </summary>
    public static IServiceCollection AddSendEngine(this IServiceCollection services, Action<EngineOptions>? configure = null)
    {
        var options = new EngineOptions();
        configure?.Invoke(options);
        services.TryAddSingleton(Microsoft.Extensions.Options.Options.Create(options));
        services.AddExpressions();
        services.TryAddSingleton<IActivityRegistry>(_ => ActivityRegistry.FromAssemblies(options.ActivityAssemblies));
        services.TryAddSingleton<WorkflowCompiler>();
        services.TryAddSingleton<BurstRunner>();
        services.TryAddSingleton<IIdGenerator>(RandomIdGenerator.Instance);
        return services;
    }
}
