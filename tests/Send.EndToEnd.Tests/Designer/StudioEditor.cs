using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace Send.EndToEnd.Tests.Designer;

/// <summary>Studio's editor as a person works it: with the mouse on the palette and the canvas, with the keyboard in the panes. Every change waits until Studio has saved it.</summary>
internal sealed class StudioEditor(StudioPage studio)
{
    private const string SavePath = "/elsa/api/workflow-definitions";
    private readonly IPage page = studio.Page;

    /// <summary>Id of the definition that is open.</summary>
    public string DefinitionId => new Uri(page.Url).Segments[^2].TrimEnd('/');

    /// <summary>Labels of the nodes on the canvas.</summary>
    public async Task<IReadOnlyList<string>> NodesAsync() => await page.Locator($"{StudioSelectors.Node} {StudioSelectors.NodeLabel}").AllInnerTextsAsync();

    /// <summary>Drags an activity from the palette to a place on the canvas; returns the saved activity.</summary>
    public async Task<JsonNode> DropAsync(string activity, int x, int y)
    {
        var item = await FindInPaletteAsync(activity);
        var from = (await item.BoundingBoxAsync())!;
        var canvas = (await page.Locator(StudioSelectors.Canvas).BoundingBoxAsync())!;
        var known = await page.Locator(StudioSelectors.Node).CountAsync();
        var model = await SavingAsync(
            async () =>
            {
                await page.Mouse.MoveAsync(from.X + 20, from.Y + 10);
                await page.Mouse.DownAsync();
                await page.Mouse.MoveAsync(from.X + 40, from.Y + 20, new MouseMoveOptions { Steps = 3 });
                await page.Mouse.MoveAsync(canvas.X + x, canvas.Y + y, new MouseMoveOptions { Steps = 6 });
                await page.Mouse.UpAsync();
            },
            posted => Activities(posted).Count > known);
        await page.Locator(StudioSelectors.Node).Nth(known).WaitForAsync();
        return Activities(model)[^1]!;
    }

    public async Task SelectAsync(string label)
    {
        await ClearSelectionAsync();
        var box = (await Node(label).Locator(StudioSelectors.NodeBox).First.BoundingBoxAsync())!;
        await page.Mouse.ClickAsync(box.X + (box.Width / 2), box.Y + (box.Height / 2));
        await page.Locator(StudioSelectors.SelectedNode).Filter(new LocatorFilterOptions { HasText = label }).WaitForAsync();
    }

    /// <summary>Draws a connection from an outcome to the entrance of another node.</summary>
    public async Task ConnectAsync(string source, string outcome, string target)
    {
        await ClearSelectionAsync(); // the handles of a selected node lie over its ports
        var from = await CentreAsync(Node(source).Locator(StudioSelectors.Port(outcome)));
        var to = await CentreAsync(Node(target).Locator(StudioSelectors.Port("In")));
        var known = await page.Locator(StudioSelectors.Edge).CountAsync();
        await SavingAsync(
            async () =>
            {
                await page.Mouse.MoveAsync(from.X, from.Y);
                await page.Mouse.DownAsync();
                await page.Mouse.MoveAsync(from.X + 15, from.Y + 15, new MouseMoveOptions { Steps = 4 });
                await page.Mouse.MoveAsync(to.X, to.Y, new MouseMoveOptions { Steps = 8 });
                await page.Mouse.UpAsync();
            },
            posted => posted["root"]!["connections"]!.AsArray().Count > known);
    }

    /// <summary>Moves a node that is in view by a few pixels, as somebody does who tidies up. Returns its id and what was saved.</summary>
    public async Task<(string Id, JsonObject Saved)> NudgeAsync()
    {
        await ClearSelectionAsync();
        var canvas = (await page.Locator(StudioSelectors.Canvas).BoundingBoxAsync())!;
        foreach (var node in await page.Locator(StudioSelectors.Node).AllAsync())
        {
            var box = (await node.Locator(StudioSelectors.NodeBox).First.BoundingBoxAsync())!;
            var (x, y) = (box.X + (box.Width / 2), box.Y + (box.Height / 2));
            if (x < canvas.X + 60 || x > canvas.X + canvas.Width - 120 || y < canvas.Y + 40 || y > canvas.Y + canvas.Height - 80)
            {
                continue;
            }

            var id = (await node.GetAttributeAsync("data-cell-id"))!;
            var saved = await SavingAsync(async () =>
            {
                await page.Mouse.MoveAsync(x, y);
                await page.Mouse.DownAsync();
                await page.Mouse.MoveAsync(x + 24, y + 16, new MouseMoveOptions { Steps = 5 });
                await page.Mouse.UpAsync();
            });
            return (id, saved);
        }

        throw new InvalidOperationException("No node is in view.");
    }

    /// <summary>Picks an option of a drop-down input.</summary>
    public Task<JsonObject> PickAsync(string input, string option) => SavingAsync(async () =>
    {
        await Field(input).Locator(".mud-input").First.ClickAsync();
        await page.Locator(StudioSelectors.Option).Filter(new LocatorFilterOptions { HasTextRegex = StudioPage.Exactly(option) }).First.ClickAsync();
    });

    /// <summary>Types a literal text or number.</summary>
    public Task<JsonObject> TypeAsync(string input, string text) => SavingAsync(
        async () =>
        {
            var box = Field(input).Locator("input[type=text], input[type=number], textarea").First;
            await box.FillAsync(text);
            await box.PressAsync("Tab");
        },
        posted => posted.ToJsonString().Contains(text, StringComparison.Ordinal));

    /// <summary>Switches an input to a syntax and types an expression into Monaco.</summary>
    public Task<JsonObject> WriteAsync(string input, string syntax, string code) => SavingAsync(
        async () =>
        {
            await SwitchAsync(input, syntax);
            var editor = Field(input).Locator(StudioSelectors.Monaco).Locator("visible=true").First;
            await editor.ClickAsync();
            await page.Keyboard.InsertTextAsync(code);
        },
        posted => Texts(posted).Contains(code, StringComparer.Ordinal));

    /// <summary>Switches an input to a variable and picks one.</summary>
    public Task<JsonObject> UseVariableAsync(string input, string variable) => SavingAsync(
        async () =>
        {
            await SwitchAsync(input, "Variable");
            await Field(input).Locator(".mud-input").First.ClickAsync();
            await page.Locator(StudioSelectors.Option).Filter(new LocatorFilterOptions { HasTextRegex = StudioPage.Exactly(variable) }).First.ClickAsync();
        },
        posted => posted.ToJsonString().Contains("\"type\":\"Variable\"", StringComparison.Ordinal));

    /// <summary>Opens the dialog behind a button (Add variable, Add input, Add output), gives a name and confirms.</summary>
    public async Task<JsonObject> AddAsync(string tab, string button, string name)
    {
        await studio.OpenTabAsync(tab);
        await page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
        var dialog = page.Locator(StudioSelectors.Dialog);
        await StudioPage.NameAsync(dialog, name);
        return await SavingAsync(
            () => dialog.GetByRole(AriaRole.Button, new() { Name = "Ok" }).ClickAsync(),
            posted => posted.ToJsonString().Contains($"\"name\":\"{name}\"", StringComparison.Ordinal));
    }

    /// <summary>Presses Publish and returns the answer, a refusal too. It is read on its way to Studio, since Chromium may let go of its body afterwards.</summary>
    public async Task<(int Status, string Body)> PublishAsync()
    {
        var answer = new TaskCompletionSource<(int Status, string Body)>(TaskCreationOptions.RunContinuationsAsynchronously);
        await page.RouteAsync("**" + SavePath, async route =>
        {
            var response = await route.FetchAsync();
            var body = await response.TextAsync();
            await route.FulfillAsync(new RouteFulfillOptions { Response = response });
            if (JsonNode.Parse(route.Request.PostData!)!["publish"]?.GetValue<bool>() == true)
            {
                answer.TrySetResult((response.Status, body));
            }
        });
        await page.Locator(StudioSelectors.Publish).First.ClickAsync();
        var read = await answer.Task.WaitAsync(TimeSpan.FromSeconds(60));
        await page.UnrouteAsync("**" + SavePath);
        return read;
    }

    /// <summary>Presses Run; Studio goes to the instance. Returns its id.</summary>
    public async Task<string> RunAsync()
    {
        await page.Locator(StudioSelectors.Run).ClickAsync();
        await page.WaitForURLAsync("**/designer/workflows/instances/*/view");
        await studio.ReadyAsync();
        await studio.CanvasAsync();
        return new Uri(page.Url).Segments[^2].TrimEnd('/');
    }

    /// <summary>Does something and waits until Studio has saved a definition that shows it; returns what was sent.</summary>
    public async Task<JsonObject> SavingAsync(Func<Task> action, Func<JsonObject, bool>? shows = null)
    {
        var response = await page.RunAndWaitForResponseAsync(action, response => IsSave(response) && (shows is null || shows(Model(response))));
        if (response.Status != 200)
        {
            Assert.Fail($"{response.Status}: {await response.TextAsync()}"); // read only then: Chromium may have let go of the body of an answer that Studio has read
        }

        return Model(response);
    }

    public ILocator Node(string label) => page.Locator(StudioSelectors.Node).Filter(new LocatorFilterOptions
    {
        Has = page.Locator(StudioSelectors.NodeLabel).GetByText(label, new() { Exact = true }),
    }).First;

    private static bool IsSave(IResponse response) =>
        response.Request.Method == "POST" && response.Request.PostData is not null && new Uri(response.Url).AbsolutePath == SavePath;

    private static JsonObject Model(IResponse response) => JsonNode.Parse(response.Request.PostData!)!["model"]!.AsObject();

    private static JsonArray Activities(JsonObject model) => model["root"]?["activities"]?.AsArray() ?? [];

    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonObject o => o.SelectMany(pair => Texts(pair.Value)),
        JsonArray a => a.SelectMany(Texts),
        JsonValue v when v.TryGetValue<string>(out var text) => [text],
        _ => [],
    };

    private static async Task<(float X, float Y)> CentreAsync(ILocator at)
    {
        var box = (await at.BoundingBoxAsync())!;
        return (box.X + (box.Width / 2), box.Y + (box.Height / 2));
    }

    private async Task<ILocator> FindInPaletteAsync(string activity)
    {
        var search = page.Locator(StudioSelectors.PaletteSearch);
        await search.FillAsync(activity);
        await search.PressAsync("Tab");
        var name = page.GetByText(activity, new() { Exact = true });
        var item = page.Locator(StudioSelectors.PaletteItem).Filter(new LocatorFilterOptions { Has = name }).First;
        await item.WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });
        if (!await item.IsVisibleAsync())
        {
            var panel = page.Locator(StudioSelectors.PalettePanel).Filter(new LocatorFilterOptions { Has = page.Locator("[draggable=true]").Filter(new LocatorFilterOptions { Has = name }) }).First;
            await panel.Locator(StudioSelectors.PaletteHeader).ClickAsync();
        }

        await item.HoverAsync(new LocatorHoverOptions { Position = new Position { X = 20, Y = 10 } }); // waits until it has come to rest
        return item;
    }

    private ILocator Field(string input) => page.Locator(StudioSelectors.Inputs).Last.Locator(StudioSelectors.Label)
        .GetByText(input, new() { Exact = true }).Locator("visible=true").First.Locator(StudioSelectors.FieldOfLabel);

    private async Task SwitchAsync(string input, string syntax)
    {
        await Field(input).Locator(StudioSelectors.LineOfField).Locator(".mud-menu button").First.ClickAsync();
        await studio.ChooseAsync(syntax);
        await page.Locator(StudioSelectors.OpenMenu).WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Hidden });
    }

    private async Task ClearSelectionAsync()
    {
        var canvas = (await page.Locator(StudioSelectors.Canvas).BoundingBoxAsync())!;
        await page.Mouse.ClickAsync(canvas.X + 5, canvas.Y + 5); // its lower end may lie below the pane of the inputs
        await page.Locator(StudioSelectors.SelectedNode).WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Detached });
    }
}
