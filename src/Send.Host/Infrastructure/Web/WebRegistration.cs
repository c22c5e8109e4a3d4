using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http.Features;
using Send.Core.Documents;

namespace Send.Host.Infrastructure.Web;

/// <summary>How requests are read and problems answered.</summary>
internal static class WebRegistration
{
    /// <summary>Bytes of a JSON request.</summary>
    public const int LargestJson = 2 * 1024 * 1024;

    /// <summary>Room for the parts of a form around the file itself.</summary>
    private const int UploadOverhead = 1024 * 1024;

    public static WebApplicationBuilder AddSendWeb(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(options =>
        {
            options.AddServerHeader = false;
            options.Limits.MaxRequestBodySize = AcceptedFiles.LargestBytes + UploadOverhead;
        });
        builder.Services.Configure<FormOptions>(options => options.MultipartBodyLengthLimit = AcceptedFiles.LargestBytes + UploadOverhead);
        builder.Services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        builder.Services.ConfigureHttpJsonOptions(options => Configure(options.SerializerOptions));
        builder.Services.AddExceptionHandler<ProblemExceptions>();
        builder.Services.AddProblemDetails(options => options.CustomizeProblemDetails = context =>
        {
            var details = context.ProblemDetails;
            details.Type = null;
            details.Title = Problems.TitleOf(details.Status ?? StatusCodes.Status500InternalServerError);
            details.Extensions.TryAdd("code", "http." + (details.Status ?? StatusCodes.Status500InternalServerError));
            details.Instance ??= context.HttpContext.Request.Path;
        });
        builder.Services.AddHttpContextAccessor();
        return builder;
    }

    public static void Configure(JsonSerializerOptions options)
    {
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.Never;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.AllowDuplicateProperties = false;
        options.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
    }

    /// <summary>Problem details also for what the pipeline itself answers (401, 404, 405, 415) on addresses of the API.</summary>
    public static WebApplication UseSendProblems(this WebApplication app)
    {
        app.UseWhen(context => ApiPaths.IsApi(context.Request.Path), api =>
        {
            api.UseExceptionHandler();
            api.UseStatusCodePages();
        });
        app.UseWhen(context => !ApiPaths.IsApi(context.Request.Path), pages =>
        {
            pages.UseExceptionHandler("/error", createScopeForErrors: true);
            pages.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        });
        return app;
    }
}
