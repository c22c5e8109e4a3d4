using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Send.Core.Staff;
using Send.Core.Tasks;
using Send.Host.Components.Session;
using Send.Host.Localization;

namespace Send.Host.Features.Inbox;

/// <summary>The inbox: a view with filters, all of it in the address; new work appears by itself.</summary>
public sealed partial class InboxPage : IAsyncDisposable
{
    private static readonly InboxView[] Views = [InboxView.Mine, InboxView.Available, InboxView.Overdue, InboxView.Waiting, InboxView.Done];

    private readonly HashSet<Guid> selected = [];
    private readonly CancellationTokenSource leaving = new();
    private ElementReference root;
    private IJSObjectReference? module;
    private DotNetObjectReference<InboxPage>? self;
    private bool reading;
    private InboxAddress? shown;

    [Inject]
    public required Texts T { get; init; }

    [Inject]
    public required Dates Dates { get; init; }

    [Inject]
    public required Ask Ask { get; init; }

    [Inject]
    public required CircuitPulse Pulse { get; init; }

    [Inject]
    public required InboxBadge Badge { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required IJSRuntime Js { get; init; }

    [Inject]
    public required Answers Answers { get; init; }

    [SupplyParameterFromQuery(Name = "view")]
    public string? View { get; set; }

    [SupplyParameterFromQuery(Name = "text")]
    public string? Text { get; set; }

    [SupplyParameterFromQuery(Name = "programme")]
    public string? Programme { get; set; }

    [SupplyParameterFromQuery(Name = "stage")]
    public string? Stage { get; set; }

    [SupplyParameterFromQuery(Name = "queue")]
    public string? Queue { get; set; }

    [SupplyParameterFromQuery(Name = "task")]
    public string? Task { get; set; }

    private InboxAddress Address { get; set; } = new();

    private InboxList List => field ??= new(Ask);

    private IEnumerable<Group> Groups => Address.View == InboxView.Done
        ? [new("done", "", false, List.Rows)]
        : List.Rows.GroupBy(row => DueGroups.Of(row.Due, Dates.Today)).OrderBy(group => group.Key)
            .Select(group => new Group(group.Key.ToString(), T.Of(group.Key), group.Key == DueGroup.Overdue, [.. group]));

    /// <summary>A key on a row: claim, select.</summary>
    [JSInvokable]
    public async Task OnKeyAsync(string key, Guid id)
    {
        if (List.Rows.Find(row => row.Id == id) is not { } row)
        {
            return;
        }

        switch (key)
        {
            case "c":
                await ClaimAsync(row);
                break;
            case "x":
                Select(row, !selected.Contains(id));
                break;
            case "e":
                Navigation.NavigateTo($"tasks/{id}?focus=outcome");
                break;
            default:
                break;
        }

        StateHasChanged();
    }

    public async ValueTask DisposeAsync()
    {
        Pulse.Changed -= OnPulse;
        Badge.Changed -= OnBadge;
        await leaving.CancelAsync();
        leaving.Dispose();
        try
        {
            if (module is not null)
            {
                await module.InvokeVoidAsync("leaveInbox");
                await module.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The browser is gone, and its listeners with it.
        }

        self?.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        Pulse.Changed += OnPulse;
        Badge.Changed += OnBadge;
        await Badge.StartAsync();
    }

    protected override async Task OnParametersSetAsync()
    {
        Address = InboxAddress.Read(View, Text, Programme, Stage, Queue, Task);
        if (shown is null || shown with { Task = Address.Task } != Address)
        {
            selected.Clear();
            List.Rows.Clear();
            shown = Address;
            await StartAsync();
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            self = DotNetObjectReference.Create(this);
            module = await Js.InvokeAsync<IJSObjectReference>("import", "./js/pages.js");
            await module.InvokeVoidAsync("enterInbox", root, self);
        }
    }

    private async Task StartAsync() => await List.StartAsync(Address, leaving.Token);

    private async Task MoreAsync()
    {
        if (!reading)
        {
            reading = true;
            await List.MoreAsync(Address, leaving.Token);
            reading = false;
        }
    }

    private void OnPulse() => _ = InvokeAsync(async () =>
    {
        if (!leaving.IsCancellationRequested)
        {
            await List.RefreshAsync(Address, leaving.Token);
            StateHasChanged();
        }
    });

    private void OnBadge() => _ = InvokeAsync(StateHasChanged);

    private void Select(InboxRow row, bool on) => _ = on ? selected.Add(row.Id) : selected.Remove(row.Id);

    private async Task ClaimAsync(InboxRow row)
    {
        var answer = await Ask.DoAsync((ClaimTaskHandler handler, Actor actor) => handler.HandleAsync(new ClaimTask(row.Id), actor, CancellationToken.None));
        Answers.Say(answer, T["tasks.claimedDone", T.Of(row.Title)]);
    }

    private async Task AfterBulkAsync()
    {
        selected.Clear();
        await List.RefreshAsync(Address, leaving.Token);
    }

    private int? CountOf(InboxView view) => view switch
    {
        InboxView.Mine => Badge.Counts.Mine,
        InboxView.Available => Badge.Counts.Available,
        InboxView.Overdue => Badge.Counts.Overdue,
        InboxView.Waiting => Badge.Counts.Waiting,
        _ => null,
    };

    private sealed record Group(string Key, string Title, bool Late, IReadOnlyList<InboxRow> Rows);
}
