using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Send.Core.Forms;
using Send.Core.Mail;
using Send.Core.Reference;
using Send.Host.Features.Demo;
using Send.Host.Infrastructure.Identity;
using Send.Host.Infrastructure.Jobs;
using Send.Persistence;
using Send.Persistence.Workflows;

namespace Send.Host.Infrastructure.Hosting;

/// <summary>What happens between building the host and listening: database, keys, workflows, accounts, demonstration data.</summary>
internal static class Startup
{
    private const int AccountAttempts = 10;

    public static async Task PrepareSendAsync(this WebApplication app)
    {
        var ct = app.Lifetime.ApplicationStopping;
        var services = app.Services;
        services.GetService<IStartupValidator>()?.Validate();
        services.GetRequiredService<FormCatalog>();
        services.GetRequiredService<MailTemplates>();
        services.GetRequiredService<ReferenceData>();
        await services.PrepareSendDatabaseAsync(ct);
        await services.LoadTrainingClockAsync(ct);
        await services.TakeOverOutboxAsync(ct);
        await services.GetRequiredService<TokenKey>().LoadAsync(services.GetRequiredService<TimeProvider>(), ct);
        await services.GetRequiredService<DefinitionSeeder>().SeedAsync(services.GetRequiredService<WorkflowFolder>().Path, ct);
        var training = services.GetRequiredService<IOptions<TrainingOptions>>().Value;
        app.WarnOfBareKeys(training);
        if (training.Enabled)
        {
            await EnsureAccountsAsync(services, ct);
            if (training.DemonstrationData)
            {
                await services.GetRequiredService<DemoSeeder>().SeedAsync(ct);
            }
        }

        app.Lifetime.ApplicationStarted.Register(() => _ = GreetAsync(app, training));
    }

    /// <summary>Two hosts that start together on an empty database make the accounts at the same moment: who comes second looks again, in a fresh scope, and finds them.</summary>
    private static async Task EnsureAccountsAsync(IServiceProvider services, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var scope = services.CreateAsyncScope();
            try
            {
                await scope.ServiceProvider.GetRequiredService<DemoAccounts>().EnsureAsync(ct);
                return;
            }
            catch (Exception fault) when (attempt < AccountAttempts && fault is (DbUpdateException or InvalidOperationException))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(200 * attempt), TimeProvider.System, ct);
            }
        }
    }

    /// <summary>Says on the console where the product is and how to get in. The set-up code is shown here and nowhere else.</summary>
    private static async Task GreetAsync(WebApplication app, TrainingOptions training)
    {
        var lines = new List<string> { "", "Send.Workflows is running at " + string.Join(", ", app.Urls) };
        if (training.Enabled)
        {
            lines.Add($"Training mode. Sign in as {string.Join(", ", DemoAccounts.All.Select(account => account.User))} @{DemoAccounts.Domain}");
            lines.Add($"with the password {DemoAccounts.Password}");
        }
        else
        {
            await using var scope = app.Services.CreateAsyncScope();
            if (await scope.ServiceProvider.GetRequiredService<FirstAdministrator>().IssueCodeAsync(CancellationToken.None) is { } code)
            {
                lines.Add($"There is no account yet. Open {app.Urls.FirstOrDefault()}/setup and make the first administrator with the code");
                lines.Add($"  {code}");
                lines.Add("It can be used once, within 24 hours.");
            }
        }

        await Console.Out.WriteLineAsync(string.Join(Environment.NewLine, lines) + Environment.NewLine);
    }
}
