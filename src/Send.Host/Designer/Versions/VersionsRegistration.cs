using Send.Core.Outbox;
using Send.Host.Infrastructure.Jobs;

namespace Send.Host.Designer.Versions;

/// <summary>Versions of workflows, and moving cases between them.</summary>
internal static class VersionsRegistration
{
    public static IServiceCollection AddVersions(this IServiceCollection services) => services
        .AddScoped<DefinitionVersions>()
        .AddScoped<RunningInstances>()
        .AddScoped<CheckMovesHandler>()
        .AddScoped<CheckMovesReader>()
        .AddScoped<MoveCasesHandler>()
        .AddScoped<MoveBatches>()
        .AddOutboxExecutor<MoveExecutor>(OutboxKinds.Move);
}
