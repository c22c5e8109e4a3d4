using System.Net;
using NetEscapades.AspNetCore.SecurityHeaders.Headers.ContentSecurityPolicy;

namespace Send.Host.Infrastructure.Web;

/// <summary>Security headers of every answer. `/docs` (Scalar) needs inline scripts, and only it may; Elsa Studio has two, known by their hashes.</summary>
internal static class SecurityHeaders
{
    private const string Docs = "/docs";
    private const string Designer = "/designer";

    // The keys of Studio's instance list and of its editor, both `window.editorHotkeys`, in @elsa-workflows/elsa-studio-wasm 3.8.2. A later version may need others: the browser names them.
    private const string StudioListKeys = "vu6sQrKXQHR4Yn3FMMihA/9TxxfIXnCxKwvLrTPJ5ts=";
    private const string StudioEditorKeys = "snlP1jz0gjwc5cTz9ErZcliXuCK63+Mmf68RRCeptgc=";

    private const int HstsDays = 365;

    public static WebApplication UseSendSecurityHeaders(this WebApplication app)
    {
        Use(app, At(Docs), Policy(csp => csp.Self().UnsafeInline()));
        Use(app, At(Designer), Policy(csp => csp.Self().WithNonce().WasmUnsafeEval().WithHash256(StudioListKeys).WithHash256(StudioEditorKeys)));
        Use(app, path => !At(Docs)(path) && !At(Designer)(path), Policy(csp => csp.Self().WithNonce().WasmUnsafeEval()));
        app.UseWhen(context => !IsLoopback(context.Request.Host.Host), branch => branch.UseHsts());
        return app;
    }

    public static IServiceCollection AddSendHsts(this IServiceCollection services) =>
        services.AddHsts(options => options.MaxAge = TimeSpan.FromDays(HstsDays));

    private static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    private static Func<PathString, bool> At(string start) => path => path.StartsWithSegments(start, StringComparison.OrdinalIgnoreCase);

    private static void Use(WebApplication app, Func<PathString, bool> where, HeaderPolicyCollection policy) =>
        app.UseWhen(context => where(context.Request.Path), branch => branch.UseSecurityHeaders(policy));

    private static HeaderPolicyCollection Policy(Action<ScriptSourceDirectiveBuilder> scripts) => new HeaderPolicyCollection()
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
            scripts(csp.AddScriptSrc());
        });
}
