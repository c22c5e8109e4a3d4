using System.Net;

namespace Send.Host.Infrastructure.Web;

/// <summary>Security headers of every answer. Only `/docs` (Scalar) needs inline scripts, and only it may.</summary>
internal static class SecurityHeaders
{
    private const string Docs = "/docs";
    private const int HstsDays = 365;

    public static WebApplication UseSendSecurityHeaders(this WebApplication app)
    {
        var pages = Policy(strict: true);
        var docs = Policy(strict: false);
        app.UseWhen(context => !context.Request.Path.StartsWithSegments(Docs, StringComparison.OrdinalIgnoreCase), branch => branch.UseSecurityHeaders(pages));
        app.UseWhen(context => context.Request.Path.StartsWithSegments(Docs, StringComparison.OrdinalIgnoreCase), branch => branch.UseSecurityHeaders(docs));
        app.UseWhen(context => !IsLoopback(context.Request.Host.Host), branch => branch.UseHsts());
        return app;
    }

    public static IServiceCollection AddSendHsts(this IServiceCollection services) =>
        services.AddHsts(options => options.MaxAge = TimeSpan.FromDays(HstsDays));

    private static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    private static HeaderPolicyCollection Policy(bool strict) => new HeaderPolicyCollection()
        .AddFrameOptionsSameOrigin()
        .AddContentTypeOptionsNoSniff()
        .AddReferrerPolicyStrictOriginWhenCrossOrigin()
        .AddCrossOriginOpenerPolicy(policy => policy.SameOrigin())
        .AddPermissionsPolicy(policy =>
        {
            policy.AddCamera().None();
            policy.AddMicrophone().None();
            policy.AddGeolocation().None();
        })
        .RemoveServerHeader()
        .AddContentSecurityPolicy(csp =>
        {
            csp.AddDefaultSrc().Self();
            csp.AddImgSrc().Self().Data().Blob();
            csp.AddStyleSrc().Self().UnsafeInline();
            csp.AddFontSrc().Self().Data();
            csp.AddConnectSrc().Self();
            csp.AddWorkerSrc().Self().Blob();
            csp.AddObjectSrc().Self();
            csp.AddFrameAncestors().Self();
            csp.AddBaseUri().Self();
            csp.AddFormAction().Self();
            if (strict)
            {
                csp.AddScriptSrc().Self().WithNonce().WasmUnsafeEval();
            }
            else
            {
                csp.AddScriptSrc().Self().UnsafeInline();
            }
        });
}
