using Send.Host.Designer.Checks.Rules;
using Send.Host.Infrastructure.Documents;

namespace Send.Host.Designer.Checks;

/// <summary>The check before publishing and its rules, in the order in which findings are shown.</summary>
internal static class ChecksRegistration
{
    public static IServiceCollection AddDefinitionChecks(this IServiceCollection services) => services
        .AddScoped<IDefinitionCheck, DefinitionChecks>()
        .AddScoped<DraftCheck>()
        .AddSingleton(provider => new PaperKinds(() => PaperKinds.In(provider.GetRequiredService<TypesetterFolders>().Templates)))
        .AddSingleton<IDefinitionRule, NameRule>()
        .AddSingleton<IDefinitionRule, SomethingToDoRule>()
        .AddSingleton<IDefinitionRule, StartRule>()
        .AddSingleton<IDefinitionRule, KnownActivitiesRule>()
        .AddSingleton<IDefinitionRule, DistinctActivitiesRule>()
        .AddSingleton<IDefinitionRule, VariablesRule>()
        .AddSingleton<IDefinitionRule, ReachableRule>()
        .AddSingleton<IDefinitionRule, ConnectionRule>()
        .AddSingleton<IDefinitionRule, ConnectedOutcomesRule>()
        .AddSingleton<IDefinitionRule, JoinRule>()
        .AddSingleton<IDefinitionRule, TaskRoleRule>()
        .AddSingleton<IDefinitionRule, TaskOutcomesRule>()
        .AddSingleton<IDefinitionRule, RequiredInputsRule>()
        .AddSingleton<IDefinitionRule, KnownNamesRule>()
        .AddSingleton<IDefinitionRule, ChoicesRule>()
        .AddSingleton<IDefinitionRule, ExpressionRule>()
        .AddSingleton<IDefinitionRule, ReferencesRule>()
        .AddSingleton<IDefinitionRule, RunWorkflowsRule>()
        .AddSingleton<IDefinitionRule, CyclesRule>();
}
