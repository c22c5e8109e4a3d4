using Send.Host.Components;
using Send.Host.Designer;
using Send.Host.Features;
using Send.Host.Features.Demo;
using Send.Host.Infrastructure.Documents;
using Send.Host.Infrastructure.Health;
using Send.Host.Infrastructure.Hosting;
using Send.Host.Infrastructure.Identity;
using Send.Host.Infrastructure.Jobs;
using Send.Host.Infrastructure.Web;
using Send.Persistence;

var built = false;
try
{
    var builder = WebApplication.CreateBuilder(args);
    builder.Host.UseDefaultServiceProvider(options => (options.ValidateScopes, options.ValidateOnBuild) = (true, true));
    builder.AddSendAddress().AddSendTelemetry().AddSendWeb().AddSendContent();
    builder.AddSendPages();
    builder.Services.AddOptions<TrainingOptions>().BindConfiguration(TrainingOptions.Section);
    builder.Services
        .AddSendPersistence(builder.Configuration)
        .AddSendKeyProtection(builder.Configuration)
        .AddSendJobs(builder.Configuration)
        .AddSendDocuments(builder.Configuration.GetSection("Documents"))
        .AddSendProcesses()
        .AddSendIdentity()
        .AddSendOpenApi()
        .AddSendHealth()
        .AddSendHsts()
        .AddSendDesigner()
        .AddSendDemonstration(builder.Configuration);

    var app = builder.Build();
    built = true;
    app.UseSendSecurityHeaders();
    app.UseSendProblems();
    app.UseRouting();
    app.UseRateLimiter();
    app.UseAuthentication();
    app.UseAuthorization();
    app.UseAntiforgery();
    app.MapSendApi();
    app.MapSendDesigner();
    app.MapSendOpenApi();
    app.MapSendHealth();
    app.MapSendMetrics();
    app.MapSendJobs();
    app.MapSendPages();

    await app.PrepareSendAsync();
    await app.RunAsync();
    return 0;
}
catch (Exception fault) when (StartProblem.IsExpected(fault, built))
{
    return StartProblem.Tell(fault);
}

/// <summary>Named so that tests can start the host.</summary>
public sealed partial class Program;
