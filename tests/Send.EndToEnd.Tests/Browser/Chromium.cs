using Microsoft.Playwright;
using Send.TestKit.Processes;

namespace Send.EndToEnd.Tests.Browser;

/// <summary>Debian's Chromium without a window, driven by Playwright; browsers that Playwright would download are not used.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private const string Executable = "/usr/bin/chromium";
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Executable))
        {
            return; // each test says so itself, see NewPageAsync
        }

        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Executable,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
            ],
        });
    }

    /// <summary>A page of a visitor with a language of their own and no cookies. Skips the test, or fails it, where Chromium is not installed.</summary>
    public async Task<BrowserPage> NewPageAsync(Uri site, string language)
    {
        var context = await (browser ?? throw Requirement.Missing("Chromium", "SEND_REQUIRE_TOOLS")).NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = site.ToString(),
            Locale = language == "it" ? "it-IT" : "en-GB",
            ViewportSize = new ViewportSize { Width = 1440, Height = 900 },
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(20_000);
        return new BrowserPage(context, await context.NewPageAsync(), language);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
    }
}
