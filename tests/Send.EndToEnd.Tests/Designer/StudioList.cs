using Microsoft.Playwright;

namespace Send.EndToEnd.Tests.Designer;

/// <summary>Studio's two lists: rows with a menu, boxes with bulk actions, search.</summary>
internal sealed class StudioList(StudioPage studio)
{
    private readonly IPage page = studio.Page;

    public ILocator Row(string text) => page.Locator(StudioSelectors.Row).Filter(new LocatorFilterOptions { HasText = text });

    public Task DefinitionsAsync() => OpenAsync("/designer/workflows/definitions");

    public Task InstancesAsync() => OpenAsync("/designer/workflows/instances");

    /// <summary>Chooses an entry of a row's menu.</summary>
    public async Task ChooseAsync(string row, string entry)
    {
        await Row(row).First.Locator(StudioSelectors.RowMenu).ClickAsync();
        await studio.ChooseAsync(entry);
    }

    /// <summary>Ticks rows and nothing else, and chooses a bulk action.</summary>
    public async Task ChooseForAsync(IEnumerable<string> rows, string action)
    {
        foreach (var row in rows)
        {
            await Row(row).First.Locator(StudioSelectors.RowBox).CheckAsync(new LocatorCheckOptions { Force = true });
        }

        await page.Locator(StudioSelectors.Stage).GetByRole(AriaRole.Button, new() { Name = "Bulk actions" }).ClickAsync();
        await studio.ChooseAsync(action);
    }

    /// <summary>Presses a button of the dialog and waits until it has closed. Studio draws a dialog a second time while it opens, and a press in between goes nowhere: whoever sees
    /// the dialog stay presses again.</summary>
    public async Task ConfirmAsync(string button)
    {
        var dialog = page.Locator(StudioSelectors.Dialog);
        for (var again = 3; ; again--)
        {
            await dialog.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
            try
            {
                await dialog.WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Detached, Timeout = 5_000 });
                return;
            }
            catch (TimeoutException) when (again > 0)
            {
                // Once more.
            }
        }
    }

    /// <summary>Presses Export in the dialog that asks what to take along; returns where the file is.</summary>
    public async Task<(string Name, byte[] Content)> DownloadAsync()
    {
        var download = await page.RunAndWaitForDownloadAsync(() => ConfirmAsync("Export"));
        return (download.SuggestedFilename, await File.ReadAllBytesAsync(await download.PathAsync(), TestContext.Current.CancellationToken));
    }

    /// <summary>Gives files to the list's import.</summary>
    public Task ImportAsync(params FilePayload[] files) => page.Locator(StudioSelectors.Upload).First.SetInputFilesAsync(files);

    /// <summary>Searches and waits until the list has answered.</summary>
    public Task SearchAsync(string text) => page.RunAndWaitForResponseAsync(
        async () =>
        {
            await page.Locator(StudioSelectors.Search).First.FillAsync(text);
            await page.Locator(StudioSelectors.Search).First.PressAsync("Enter");
        },
        response => response.Url.Contains("/elsa/api/workflow-", StringComparison.Ordinal)
            && (response.Url.Contains("SearchTerm=" + Uri.EscapeDataString(text), StringComparison.Ordinal) || (response.Request.PostData?.Contains($"\"{text}\"", StringComparison.Ordinal) ?? false)));

    /// <summary>Waits until a cell of a row says what is expected.</summary>
    public Task ExpectAsync(string row, string column, string text) =>
        Assertions.Expect(Row(row).First.Locator($"td[data-label='{column}']")).ToHaveTextAsync(StudioPage.Exactly(text));

    public Task ExpectGoneAsync(string row) => Assertions.Expect(Row(row)).ToHaveCountAsync(0);

    private async Task OpenAsync(string path)
    {
        await studio.GoAsync(path);
        await page.Locator(StudioSelectors.Row).First.WaitForAsync();
    }
}
