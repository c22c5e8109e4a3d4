using System.Security.Claims;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Send.Core.Staff;
using Send.Host.Infrastructure.Web;
using Send.Persistence;
using Send.Persistence.Accounts;

namespace Send.Host.Infrastructure.Identity;

/// <summary>Accounts, the cookie of the pages, the bearer tokens of the API, policies and the limit on sign-ins.</summary>
internal static class IdentitySetup
{
    public const string SignInLimit = "sign-in";

    public static IServiceCollection AddSendIdentity(this IServiceCollection services)
    {
        services.AddOptions<AccountOptions>().BindConfiguration(AccountOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<TokenKey>().AddSingleton<Tokens>().AddScoped<SignIns>().AddScoped<FirstAdministrator>();
        services.AddIdentityCore<SendUser>(options =>
            {
                options.User.RequireUniqueEmail = true;
                options.Password.RequiredLength = 12;
                options.Password.RequiredUniqueChars = 5;
                options.Password.RequireNonAlphanumeric = false;
                options.Password.RequireUppercase = false;
            })
            .AddEntityFrameworkStores<SendDbContext>()
            .AddSignInManager()
            .AddClaimsPrincipalFactory<StaffPrincipals>()
            .AddDefaultTokenProviders();
        services.AddOptions<IdentityOptions>().Configure<IOptions<AccountOptions>>((identity, account) =>
        {
            identity.Lockout.MaxFailedAccessAttempts = account.Value.LockoutAttempts;
            identity.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(account.Value.LockoutMinutes);
        });
        services.AddAuthentication(IdentityConstants.ApplicationScheme)
            .AddJwtBearer(JwtBearerDefaults.AuthenticationScheme, _ => { })
            .AddIdentityCookies(cookies => cookies.ApplicationCookie!.Configure(ConfigureCookie));
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme).Configure<IOptions<AccountOptions>>((cookie, account) =>
            cookie.ExpireTimeSpan = TimeSpan.FromHours(account.Value.SessionHours));
        services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme).Configure<TokenKey>(ConfigureBearer);
        services.AddSendPolicies();
        services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.OnRejected = async (context, ct) =>
            {
                context.HttpContext.Response.Headers.RetryAfter = "60";
                await Results.Problem(Problems.Details(StatusCodes.Status429TooManyRequests, "sign-in.too-many", "Too many sign-ins from this address; try again in a minute.")).ExecuteAsync(context.HttpContext);
            };
            options.AddPolicy(SignInLimit, context => RateLimitPartition.GetFixedWindowLimiter(
                context.Connection.RemoteIpAddress?.ToString() ?? "",
                _ => new FixedWindowRateLimiterOptions
                {
                    PermitLimit = context.RequestServices.GetRequiredService<IOptions<AccountOptions>>().Value.SignInsPerMinute,
                    Window = TimeSpan.FromMinutes(1),
                }));
        });
        return services;
    }

    private static void AddSendPolicies(this IServiceCollection services) => services.AddAuthorizationBuilder()
        .AddPolicy(Policies.Api, policy => policy.AddAuthenticationSchemes(JwtBearerDefaults.AuthenticationScheme).RequireAuthenticatedUser())
        .AddPolicy(Policies.Designer, policy => Require(policy, JwtBearerDefaults.AuthenticationScheme, Permission.DesignProcesses))
        .AddPolicy(Policies.Publisher, policy => Require(policy, JwtBearerDefaults.AuthenticationScheme, Permission.PublishProcesses))
        .AddPolicy(Policies.Runner, policy => Require(policy, JwtBearerDefaults.AuthenticationScheme, Permission.RunProcesses))
        .AddPolicy(Policies.Pages, policy => policy.AddAuthenticationSchemes(IdentityConstants.ApplicationScheme).RequireAuthenticatedUser())
        .AddPolicy(Policies.Designers, policy => Require(policy, IdentityConstants.ApplicationScheme, Permission.DesignProcesses))
        .AddPolicy(Policies.Administrators, policy => Require(policy, IdentityConstants.ApplicationScheme, Permission.Administer));

    private static void Require(AuthorizationPolicyBuilder policy, string scheme, Permission permission) =>
        policy.AddAuthenticationSchemes(scheme).RequireAuthenticatedUser().RequireAssertion(context => context.User.FindActor()?.Can(permission) == true);

    private static void ConfigureCookie(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "send";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.SlidingExpiration = true;
        options.LoginPath = "/sign-in";
        options.LogoutPath = "/account/sign-out";
        options.AccessDeniedPath = "/access-denied";
        options.ReturnUrlParameter = "returnUrl";

        // A session lasts by real time, also where the training clock is moved by months.
        options.TimeProvider = TimeProvider.System;
    }

    private static void ConfigureBearer(JwtBearerOptions options, TokenKey key)
    {
        options.MapInboundClaims = false;
        options.TimeProvider = TimeProvider.System;
        options.TokenValidationParameters = Tokens.Parameters(null);
        options.TokenValidationParameters.IssuerSigningKeyResolver = (_, _, _, _) => [key.Key];
        options.Events = new JwtBearerEvents
        {
            OnMessageReceived = context =>
            {
                // Browsers cannot set headers on WebSockets: SignalR sends the token in the query, for hubs only.
                if (context.Request.Query["access_token"] is [{ Length: > 0 } token] && context.Request.Path.StartsWithSegments("/elsa/hubs", StringComparison.OrdinalIgnoreCase))
                {
                    context.Token = token;
                }

                return Task.CompletedTask;
            },
            OnTokenValidated = context =>
            {
                if (context.Principal?.FindFirstValue(Tokens.Use) != Tokens.Access)
                {
                    context.Fail("This is not an access token.");
                    return Task.CompletedTask;
                }

                var identity = (ClaimsIdentity)context.Principal.Identity!;
                foreach (var (from, to) in new[] { ("sub", ClaimTypes.NameIdentifier), ("name", ClaimTypes.Name), ("role", ClaimTypes.Role) })
                {
                    foreach (var claim in identity.FindAll(from).ToList())
                    {
                        identity.AddClaim(new(to, claim.Value));
                    }
                }

                return Task.CompletedTask;
            },
        };
    }
}
