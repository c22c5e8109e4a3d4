using Microsoft.AspNetCore.Components;
using Send.Core.Cases;
using Send.Core.Reference;
using Send.Core.Staff;
using Send.Host.Components.Forms;
using Send.Host.Components.Session;
using Send.Host.Localization;

namespace Send.Host.Features.Cases;

/// <summary>The list of cases; its filters are its address.</summary>
public sealed partial class CasesPage
{
    private IReadOnlyList<(string Value, string Text)> staff = [];

    [Inject]
    public required Texts T { get; init; }

    [Inject]
    public required ReferenceData Reference { get; init; }

    [Inject]
    public required Dates Dates { get; init; }

    [Inject]
    public required UserSession User { get; init; }

    [Inject]
    public required Lookups Lookups { get; init; }

    [Inject]
    public required Ask Ask { get; init; }

    [Inject]
    public required CircuitPulse Pulse { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [SupplyParameterFromQuery(Name = "text")]
    public string? Text { get; set; }

    [SupplyParameterFromQuery(Name = "programme")]
    public string? Programme { get; set; }

    [SupplyParameterFromQuery(Name = "status")]
    public string? Status { get; set; }

    [SupplyParameterFromQuery(Name = "stage")]
    public string? Stage { get; set; }

    [SupplyParameterFromQuery(Name = "owner")]
    public string? Owner { get; set; }

    [SupplyParameterFromQuery(Name = "destination")]
    public string? Destination { get; set; }

    [SupplyParameterFromQuery(Name = "scope")]
    public string? Scope { get; set; }

    [SupplyParameterFromQuery(Name = "sort")]
    public string? Sort { get; set; }

    private CasesAddress? Shown { get; set; }

    private CasesAddress Address => Shown ?? new();

    private PagedRows<CaseRow> List => field ??= new(page =>
        Ask.ForAsync((CaseListHandler handler, Actor actor) => handler.HandleAsync(Address.ToQuery(page), actor, CancellationToken.None)));

    private IEnumerable<(string Name, string Value, CasesAddress Others)> Chips
    {
        get
        {
            (string Name, string? Value, CasesAddress Others)[] all =
            [
                (T["common.words"], Address.Text, Address with { Text = null }),
                (T["common.stage"], Address.Stage is { } stage ? T.Of(stage) : null, Address with { Stage = null }),
                (T["common.status"], Address.Status is { } status ? T.Of(status) : null, Address with { Status = null }),
                (T["common.owner"], Address.Owner is { } owner ? staff.FirstOrDefault(one => one.Value == $"{owner}").Text ?? $"{owner}" : null, Address with { Owner = null }),
                (T["common.destination"], Address.Destination is { } country ? Places.Country(country) : null, Address with { Destination = null }),
                (T["common.programme"], Address.Programme, Address with { Programme = null }),
            ];
            return all.Where(chip => chip.Value is not null).Select(chip => (chip.Name, chip.Value!, chip.Others));
        }
    }

    public void Dispose() => Pulse.Changed -= OnPulse;

    protected override async Task OnInitializedAsync()
    {
        Pulse.Changed += OnPulse;
        staff = await Lookups.StaffAsync();
    }

    protected override async Task OnParametersSetAsync()
    {
        var address = CasesAddress.Read(Text, Programme, Status, Stage, Owner, Destination, Scope, Sort);
        if (address != Shown)
        {
            Shown = address;
            List.Reset();
            await List.StartAsync();
        }
    }

    private void OnPulse() => _ = InvokeAsync(async () =>
    {
        // Only the first page is read again by itself; who has read on keeps the place.
        if (List is { IsLoaded: true, Rows.Count: <= Send.Core.Results.PageRequest.DefaultSize })
        {
            await List.StartAsync();
            StateHasChanged();
        }
    });

    private void Go(CasesAddress address) => Navigation.NavigateTo(address.ToString());
}
