using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Send.EndToEnd.Tests.Browser;

/// <summary>A visitor's page, with what the browser complained about.</summary>
public sealed class BrowserPage : IAsyncDisposable
{
    private readonly IBrowserContext context;
    private readonly ConcurrentQueue<string> complaints = new();

    internal BrowserPage(IBrowserContext context, IPage page, string language)
    {
        this.context = context;
        Page = page;
        Language = language;
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                complaints.Enqueue($"console on {page.Url}: {message.Text}");
            }
        };
        page.PageError += (_, error) => complaints.Enqueue($"script error on {page.Url}: {error}");
        page.Response += (_, response) =>
        {
            if (response.Status >= 500)
            {
                complaints.Enqueue($"{response.Status} for {response.Url}");
            }
        };
    }

    /// <summary>Playwright's page.</summary>
    public IPage Page { get; }

    /// <summary>Language that the visitor asks for.</summary>
    public string Language { get; }

    /// <summary>Console errors, script errors and server errors so far.</summary>
    public IReadOnlyCollection<string> Complaints => complaints;

    /// <summary>Findings of axe on the page as it is, one line each: rule, target, why.</summary>
    public async Task<IReadOnlyList<string>> AxeFindingsAsync()
    {
        AxeResult result = await Page.RunAxe();
        return
        [
            .. result.Violations.SelectMany(v => v.Nodes.Select(n => $"{Page.Url}: {v.Id} ({v.Impact}) at {n.Target}: {v.Help}\n    {n.Html}")),
        ];
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync() => await context.DisposeAsync();
}
