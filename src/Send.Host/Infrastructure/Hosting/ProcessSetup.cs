using Send.Activities.Tasks;
using Send.Core;
using Send.Core.Processes;
using Send.Engine.Extensions;

namespace Send.Host.Infrastructure.Hosting;

/// <summary>What runs cases: the engine with our activities, and the domain that they work on. The host and every simulation have the same.</summary>
internal static class ProcessSetup
{
    /// <summary>Needs the store of `AddSendPersistence` beside it.</summary>
    public static IServiceCollection AddSendProcesses(this IServiceCollection services) => services
        .AddSendEngine(options => options.AddActivitiesFrom<TaskActivity>())
        .AddCaseServices()
        .AddSendUseCases();
}
