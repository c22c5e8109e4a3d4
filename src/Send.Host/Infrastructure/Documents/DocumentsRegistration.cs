using Send.Core.Outbox;
using Send.Host.Infrastructure.Jobs;

namespace Send.Host.Infrastructure.Documents;

/// <summary>The typesetter and what it does for the outbox.</summary>
public static class DocumentsRegistration
{
    /// <summary>Adds them; the section's name is chosen by the host.</summary>
    public static IServiceCollection AddSendDocuments(this IServiceCollection services, IConfigurationSection section)
    {
        services.AddOptions<TypesetterOptions>().Bind(section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<TypesetterFolders>();
        services.AddSingleton<ITypesetter, Typesetter>();
        return services.AddOutboxExecutor<DocumentExecutor>(OutboxKinds.Document);
    }
}
