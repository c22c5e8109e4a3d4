using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Send.EndToEnd.Tests.Browser;
using Send.TestKit.Hosting;

namespace Send.EndToEnd.Tests.Designer;

/// <summary>A person's browser on the designer's pages: what all of Studio's elements share, and what may never happen on them.</summary>
internal sealed class StudioPage : IAsyncDisposable
{
    private const int Patience = 60_000; // the first start of the WebAssembly runtime on a busy machine
    private readonly BrowserPage visitor;
    private readonly ConcurrentQueue<string> foreign = new();

    private StudioPage(BrowserPage visitor, Uri site)
    {
        this.visitor = visitor;
        visitor.Page.Request += (_, request) =>
        {
            var address = new Uri(request.Url);
            if (address.Scheme is "http" or "https" or "ws" or "wss" && address.Authority != site.Authority)
            {
                foreign.Enqueue(request.Url);
            }
        };
    }

    public IPage Page => visitor.Page;

    public OfficeBrowser Office => new(visitor);

    /// <summary>Signs a person in; the page is large enough for a canvas between two panes.</summary>
    public static async Task<StudioPage> OpenAsync(Chromium chromium, HostProcess host, string user = "coordinator")
    {
        var visitor = await chromium.NewPageAsync(host.BaseAddress, "en");
        await visitor.Page.SetViewportSizeAsync(1700, 1100);
        Assertions.SetDefaultExpectTimeout(20_000);
        var studio = new StudioPage(visitor, host.BaseAddress);
        await studio.Office.SignInAsync(user);
        return studio;
    }

    /// <summary>Opens a page of the designer and waits for what Studio shows there.</summary>
    public async Task GoAsync(string path)
    {
        await Page.GotoAsync(path);
        await ReadyAsync();
    }

    public Task GoToDefinitionAsync(string definitionId) => GoToCanvasAsync($"/designer/workflows/definitions/{Uri.EscapeDataString(definitionId)}/edit");

    public Task GoToInstanceAsync(string instanceId) => GoToCanvasAsync($"/designer/workflows/instances/{instanceId}/view");

    public async Task ReadyAsync() =>
        await Page.GetByTestId("designer-loading").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Hidden, Timeout = Patience });

    public async Task CanvasAsync() =>
        await Page.Locator(StudioSelectors.Canvas).First.WaitForAsync(new LocatorWaitForOptions { Timeout = Patience });

    /// <summary>A tab of any of the panes, by its text.</summary>
    /// <remarks>By an event and not the mouse: where a pane is narrow, tabs lie outside of what its bar shows.</remarks>
    public Task OpenTabAsync(string name) => Page.Locator(StudioSelectors.Tab).Filter(new LocatorFilterOptions { HasTextRegex = Badged(name) }).First.DispatchEventAsync("click");

    /// <summary>Gives a name in a dialog, once Studio has proposed its own.</summary>
    public static async Task NameAsync(ILocator dialog, string name)
    {
        var box = dialog.GetByLabel("Name", new() { Exact = true });
        await Assertions.Expect(box).Not.ToHaveValueAsync("");
        await box.FillAsync(name);
        await box.PressAsync("Tab");
        await Assertions.Expect(box).ToHaveValueAsync(name);
    }

    /// <summary>Makes a workflow through the dialog of the list; returns the editor on its empty canvas.</summary>
    public async Task<StudioEditor> CreateAsync(string name)
    {
        await GoAsync("/designer");
        await Page.Locator(StudioSelectors.Row).First.WaitForAsync();
        await Page.Locator(StudioSelectors.Stage).GetByRole(AriaRole.Button, new() { Name = "Create workflow" }).ClickAsync();
        var dialog = Page.Locator(StudioSelectors.Dialog);
        await NameAsync(dialog, name);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Ok" }).ClickAsync();
        await Page.WaitForURLAsync("**/designer/workflows/definitions/*/edit");
        await ReadyAsync();
        await CanvasAsync();
        return new StudioEditor(this);
    }

    /// <summary>Presses an entry of the menu that is open.</summary>
    public async Task ChooseAsync(string entry) =>
        await Page.Locator(StudioSelectors.MenuItem).Filter(new LocatorFilterOptions { HasTextRegex = Exactly(entry) }).Last.ClickAsync();

    /// <summary>Waits for one of Studio's notes and returns all that are shown.</summary>
    public async Task<string> NotesAsync()
    {
        await Page.Locator(StudioSelectors.Snackbar).First.WaitForAsync();
        return string.Join('\n', await Page.Locator(StudioSelectors.Snackbar).AllInnerTextsAsync());
    }

    /// <summary>Does something and returns the answer to the request that follows from it.</summary>
    public Task<IResponse> AnsweredAsync(string method, string pathEnd, Func<Task> action) =>
        Page.RunAndWaitForResponseAsync(action, response => response.Request.Method == method && new Uri(response.Url).AbsolutePath.EndsWith(pathEnd, StringComparison.Ordinal));

    /// <summary>A picture for whoever reads the results of a build.</summary>
    public Task PictureAsync(string name) =>
        Page.ScreenshotAsync(new PageScreenshotOptions { Path = Repository.Combine("artifacts", "screenshots", name + ".png") });

    /// <summary>Nothing on the console, no server error, no fatal bar of Blazor, nobody else asked.</summary>
    /// <param name="expected">Part of a complaint that belongs to the test, such as a refusal it provokes.</param>
    public async Task ExpectQuietAsync(string? expected = null)
    {
        Assert.DoesNotContain(visitor.Complaints, complaint => expected is null || !complaint.Contains(expected, StringComparison.Ordinal));
        Assert.Empty(foreign);
        var bar = Page.Locator(StudioSelectors.ErrorBar);
        Assert.False(await bar.CountAsync() > 0 && await bar.IsVisibleAsync(), "Blazor shows its error bar.");
    }

    public async ValueTask DisposeAsync() => await visitor.DisposeAsync();

    internal static Regex Exactly(string text) =>
        new($@"^\s*{Regex.Escape(text)}\s*$", RegexOptions.None, TimeSpan.FromSeconds(1));

    // Tabs carry a number where there is something to count.
    private static Regex Badged(string text) =>
        new($@"^\s*{Regex.Escape(text)}\s*\d*\s*$", RegexOptions.None, TimeSpan.FromSeconds(1));

    private async Task GoToCanvasAsync(string path)
    {
        await GoAsync(path);
        await CanvasAsync();
    }
}
