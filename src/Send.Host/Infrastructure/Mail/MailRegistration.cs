using Microsoft.Extensions.Options;
using Send.Core.Outbox;
using Send.Host.Infrastructure.Jobs;
using Send.Persistence;

namespace Send.Host.Infrastructure.Mail;

/// <summary>Wires the sending of mails.</summary>
internal static class MailRegistration
{
    public static IServiceCollection AddSendMail(this IServiceCollection services)
    {
        services.AddOptions<SmtpOptions>().BindConfiguration(SmtpOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<MailWriter>();
        services.AddSingleton<IMailTransport>(provider =>
        {
            var options = provider.GetRequiredService<IOptions<SmtpOptions>>();
            return string.IsNullOrWhiteSpace(options.Value.Host) ? new PickupTransport(provider.GetRequiredService<DataFolder>()) : new SmtpTransport(options);
        });
        return services.AddOutboxExecutor<MailExecutor>(OutboxKinds.Mail);
    }
}
