using Microsoft.AspNetCore.Components;
using Send.Core.Forms;
using Send.Core.Results;
using Send.Core.Staff;
using Send.Engine.Migration;
using Send.Host.Components.Session;
using Send.Host.Localization;
using Symbols = MudBlazor.Icons.Material.Outlined;

namespace Send.Host.Designer.Versions;

/// <summary>Chooses cases to move; the filters are the address, the choice lives with the page.</summary>
public sealed partial class MovePage
{
    private readonly Load<DefinitionRow> definition = new();
    private readonly HashSet<string> chosen = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> values = new(StringComparer.Ordinal);
    private readonly SortedSet<string> wanted = new(StringComparer.Ordinal);
    private IReadOnlyList<MoveCheck>? checks;
    private MoveAddress? shown;
    private bool busy;

    [Inject]
    public required Texts T { get; init; }

    [Inject]
    public required UserSession User { get; init; }

    [Inject]
    public required FormCatalog Forms { get; init; }

    [Inject]
    public required Ask Ask { get; init; }

    [Inject]
    public required Answers Answers { get; init; }

    [Inject]
    public required Dialogs Dialogs { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Parameter]
    public string DefinitionId { get; set; } = "";

    [SupplyParameterFromQuery(Name = "from")]
    public string? From { get; set; }

    [SupplyParameterFromQuery(Name = "to")]
    public string? To { get; set; }

    [SupplyParameterFromQuery(Name = "text")]
    public string? Text { get; set; }

    private MoveAddress Address => shown ?? new(DefinitionId, null, null, null);

    /// <summary>Variables for which some of the cases need a value; one that was given stays to be changed.</summary>
    private IReadOnlyCollection<string> Wanted => wanted;

    private PagedRows<RunningRow> List => field ??= new(page =>
        Ask.ForAsync((RunningInstances running, Actor actor) => running.PageAsync(Query(page), actor, CancellationToken.None)));

    protected override async Task OnParametersSetAsync()
    {
        var address = new MoveAddress(DefinitionId, AddressQuery.Clean(From), AddressQuery.Clean(To), AddressQuery.Clean(Text));
        if (address == shown)
        {
            return;
        }

        if (shown is not null && shown.To != address.To)
        {
            // Some of the chosen may run the new target already, and would be offered to nobody.
            chosen.Clear();
        }

        shown = address;
        checks = null;
        List.Reset();
        await ReadAsync();
    }

    private async Task ReadAsync()
    {
        definition.Take(await Ask.ForAsync((DefinitionVersions versions, Actor actor) => versions.FindAsync(DefinitionId, actor, CancellationToken.None)));
        await List.StartAsync();
    }

    /// <summary>Versions on which something runs.</summary>
    private IEnumerable<(string Value, string Text)> Busy(DefinitionRow view) =>
        view.Versions.Where(version => version.Running > 0 && version.Id != Target(view)).Select(version => (version.Id, T["move.runsOnVersion", version.Number]));

    /// <summary>What runs the target already is not offered.</summary>
    private RunningQuery Query(PageRequest page) => new(DefinitionId, Address.From, Address.Text, page, definition.Value is { } view ? Target(view) : null);

    private string? Target(DefinitionRow view) => (view.Targets.FirstOrDefault(version => version.Id == Address.To) ?? view.Targets.FirstOrDefault())?.Id;

    private void Go(MoveAddress address) => Navigation.NavigateTo(address.ToString(), replace: true);

    private void Choose(RunningRow row, bool isChosen) => _ = isChosen ? chosen.Add(row.InstanceId) : chosen.Remove(row.InstanceId);

    private async Task ChooseAllAsync()
    {
        var ids = await Ask.ForAsync((RunningInstances running, Actor actor) => running.IdsAsync(Query(new()), actor, CancellationToken.None));
        if (ids.IsSuccess)
        {
            chosen.UnionWith(ids.Value);
        }
        else
        {
            Answers.Refuse(ids.Errors);
        }
    }

    private async Task CheckAsync(DefinitionRow view)
    {
        busy = true;
        var request = new CheckMoves(Target(view)!, [.. chosen], Given());
        var answer = await Ask.ForAsync((CheckMovesHandler handler, Actor actor) => handler.HandleAsync(request, actor, CancellationToken.None));
        busy = false;
        if (!answer.IsSuccess)
        {
            Answers.Refuse(answer.Errors);
            return;
        }

        checks = answer.Value;
        wanted.UnionWith(checks.SelectMany(one => one.Lines).Where(MoveWords.AsksForValue).Select(line => line.Subject!));
    }

    private async Task MoveAsync(DefinitionRow view, IReadOnlyList<MoveCheck> found)
    {
        var possible = found.Where(one => one.IsPossible).ToList();
        var version = view.Versions.First(one => one.Id == Target(view)).Number;
        if (!await Dialogs.ConfirmAsync(T.Count("move.sure", possible.Count, version), T["move.sureText"], T.Count("move.do", possible.Count)))
        {
            return;
        }

        busy = true;
        var request = new MoveCases(DefinitionId, Target(view)!, possible.ConvertAll(one => one.Instance.InstanceId), Given());
        var batch = await Ask.DoAsync((MoveCasesHandler handler, Actor actor) => handler.HandleAsync(request, actor, CancellationToken.None));
        busy = false;
        if (batch.IsSuccess)
        {
            Navigation.NavigateTo($"designer/versions/{Uri.EscapeDataString(DefinitionId)}/moves/{batch.Value}");
        }
        else
        {
            Answers.Refuse(batch.Errors);
        }
    }

    private Dictionary<string, object?> Given() =>
        values.Where(value => !string.IsNullOrWhiteSpace(value.Value)).ToDictionary(value => value.Key, value => (object?)value.Value, StringComparer.Ordinal);

    private void Give(string variable, string? value) => values[variable] = value;

    private string Summary(DefinitionRow view, IReadOnlyList<MoveCheck> found)
    {
        var version = view.Versions.First(one => one.Id == Target(view)).Number;
        var possible = found.Count(one => one.IsPossible);
        var text = T.Count("move.canMove", possible, version);
        return found.Count == possible ? text : $"{text} {T.Count("move.cannotMove", found.Count - possible)}";
    }

    private static string Name(RunningRow row) => row.Name ?? row.Code ?? row.InstanceId;

    private string OpenTasks(RunningRow row) => string.Join(", ", row.OpenForms.Select(form => Forms.Find(form) is { } found ? T.Of(found.Title) : form));

    private static string Symbol(MoveLine line) => line.Severity switch
    {
        VersionMoveSeverity.Blocks => Symbols.ErrorOutline,
        VersionMoveSeverity.Warns => Symbols.WarningAmber,
        _ => Symbols.Info,
    };
}
