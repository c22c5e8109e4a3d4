using System.Globalization;
using Microsoft.AspNetCore.Localization;
using MudBlazor;
using MudBlazor.Services;
using Send.Core.Data;
using Send.Host.Components.Forms;
using Send.Host.Components.Session;
using Send.Host.Features.Account;
using Send.Host.Localization;

namespace Send.Host.Components;

/// <summary>The pages: what they need and where they are. Program.cs calls both; authentication and antiforgery come before <see cref="MapSendPages"/>.</summary>
public static class PageServices
{
    // The neutral ones answer browsers that ask for just a language.
    private static readonly CultureInfo[] Cultures = [new("en-GB"), new("it-IT"), new("en"), new("it")];

    /// <summary>Adds components, their services and the languages.</summary>
    public static WebApplicationBuilder AddSendPages(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);

        // A build that runs outside Development would answer 500 for every static file of a package; after publishing this does nothing.
        builder.WebHost.UseStaticWebAssets();
        var services = builder.Services;
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddCascadingAuthenticationState();
        services.AddMudServices(options =>
        {
            options.SnackbarConfiguration.PositionClass = Defaults.Classes.Position.BottomLeft;
            options.SnackbarConfiguration.VisibleStateDuration = 6000;
            options.SnackbarConfiguration.ShowTransitionDuration = 120;
            options.SnackbarConfiguration.HideTransitionDuration = 120;
            options.SnackbarConfiguration.PreventDuplicates = true;
        });
        services.AddTransient<MudLocalizer, MudTexts>();
        services.AddSingleton<Texts>();
        services.AddSingleton<ErrorWords>();
        services.AddScoped<Dates>();
        services.AddSingleton<IActorSource, StaffActorSource>();
        services.AddScoped<UserSession>();
        services.AddSingleton<Pulse>();
        services.AddHostedService(provider => provider.GetRequiredService<Pulse>());
        services.AddSingleton<ICommitObserver>(provider => provider.GetRequiredService<Pulse>());
        services.AddScoped<CircuitPulse>();
        services.AddScoped<Ask>();
        services.AddScoped<Lookups>();
        services.AddScoped<Answers>();
        services.AddScoped<Dialogs>();
        services.AddSingleton<HistoryWords>();
        services.AddScoped<InboxBadge>();
        services.Configure<RequestLocalizationOptions>(options =>
        {
            options.DefaultRequestCulture = new RequestCulture(Cultures[0]);
            options.SupportedCultures = Cultures;
            options.SupportedUICultures = Cultures;
            options.FallBackToParentCultures = true;
            options.RequestCultureProviders = [new CookieRequestCultureProvider(), new AcceptLanguageHeaderRequestCultureProvider()];
        });
        return builder;
    }

    /// <summary>Maps static files, the language switch and the pages; unknown addresses get the page "not found".</summary>
    public static WebApplication MapSendPages(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.UseRequestLocalization();
        app.MapStaticAssets();
        app.MapLanguage();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode();
        return app;
    }
}
