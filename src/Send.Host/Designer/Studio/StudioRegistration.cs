namespace Send.Host.Designer.Studio;

/// <summary>Elsa Studio in our pages: its files, the documents around it, the token it works with.</summary>
internal static class StudioRegistration
{
    public static IServiceCollection AddStudio(this IServiceCollection services) =>
        services.AddSingleton<StudioPackage>().AddSingleton<StudioStyles>().AddScoped<StudioPlaces>();

    public static void MapStudio(this IEndpointRouteBuilder app)
    {
        app.MapStudioAssets();
        app.MapGet(StudioPages.Root + "/shell.css", (HttpContext http, StudioStyles styles) => styles.Serve(http)).AllowAnonymous().ExcludeFromDescription();
        app.MapStudioToken();
        app.MapStudioPages();
    }
}
