using Microsoft.AspNetCore.Components;
using Send.Core.Results;
using Send.Core.Staff;
using Send.Host.Components.Session;
using Send.Host.Localization;

namespace Send.Host.Designer.Simulation;

/// <summary>The page of simulations. Its address says everything: opened with `run`, it simulates at once; leaving it cancels.</summary>
public sealed partial class SimulatePage : IDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(400);

    private readonly Load<IReadOnlyList<SimulationVersion>> versions = new();
    private readonly Reporter reporter = new();
    private CancellationTokenSource? running;
    private SimulationResult? result;
    private IReadOnlyList<Error> errors = [];
    private string? trouble;
    private string picture = "";
    private string csv = "";
    private string? shown;

    [Inject]
    public required Texts T { get; init; }

    [Inject]
    public required Ask Ask { get; init; }

    [Inject]
    public required UserSession User { get; init; }

    [Inject]
    public required SimulationDesk Desk { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required ILogger<SimulatePage> Logger { get; init; }

    [Parameter]
    public string DefinitionId { get; set; } = "";

    [SupplyParameterFromQuery(Name = "version")]
    public int? Version { get; set; }

    [SupplyParameterFromQuery(Name = "programme")]
    public string? Programme { get; set; }

    [SupplyParameterFromQuery(Name = "enrolled")]
    public string? Enrolled { get; set; }

    [SupplyParameterFromQuery(Name = "departure")]
    public string? Departure { get; set; }

    [SupplyParameterFromQuery(Name = "days")]
    public int? Days { get; set; }

    [SupplyParameterFromQuery(Name = "to")]
    public string? To { get; set; }

    [SupplyParameterFromQuery(Name = "nationality")]
    public string? Nationality { get; set; }

    [SupplyParameterFromQuery(Name = "age")]
    public int? Age { get; set; }

    [SupplyParameterFromQuery(Name = "pace")]
    public string? Pace { get; set; }

    [SupplyParameterFromQuery(Name = "paceDays")]
    public int? PaceDays { get; set; }

    [SupplyParameterFromQuery(Name = "a")]
    public string[]? Answers { get; set; }

    [SupplyParameterFromQuery(Name = "e")]
    public string[]? Events { get; set; }

    [SupplyParameterFromQuery(Name = "all")]
    public string? All { get; set; }

    [SupplyParameterFromQuery(Name = "run")]
    public string? Run { get; set; }

    [SupplyParameterFromQuery(Name = "tab")]
    public string? Tab { get; set; }

    private string Name => versions.Value is { Count: > 0 } known ? known.FirstOrDefault(one => one.Number == Version)?.Name ?? known[0].Name : DefinitionId;

    private string Current => Tab ?? "timeline";

    private string Address => SimulationAddress.Of(Request, run: true);

    private SimulationRequest Request => new()
    {
        DefinitionId = DefinitionId,
        Version = Version,
        Programme = AddressQuery.Clean(Programme),
        Enrolled = SimulationAddress.ReadDay(Enrolled),
        Departure = SimulationAddress.ReadDay(Departure),
        Days = Days,
        Destination = AddressQuery.Clean(To),
        Nationality = AddressQuery.Clean(Nationality),
        Age = Age,
        Pace = AddressQuery.Read<SimulationPace>(Pace) ?? SimulationPace.InTime,
        PaceDays = PaceDays,
        Answers = SimulationAddress.Answers(Answers),
        Events = SimulationAddress.Events(Events),
        AllPaths = All == "1",
    };

    private SimulationProgress? progress => reporter.Last;

    private string Progress => progress switch
    {
        { Coverage: { } part } => T["simulate.progressAll", progress.Run, part],
        { } one => T["simulate.progress", Dates.Day(one.On)],
        _ => T["simulate.starting"],
    };

    /// <inheritdoc />
    public void Dispose()
    {
        running?.Cancel();
        running?.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        if (!versions.HasValue || versions.Value![0].Name.Length == 0)
        {
            await ReadVersionsAsync();
        }

        // The part of the result that is looked at is no other simulation.
        if (Run == "1" && Address != shown)
        {
            await StartAsync();
        }
        else if (Run != "1" && shown is not null)
        {
            running?.Cancel();
            (shown, result, errors, trouble) = (null, null, [], null);
        }
    }

    private async Task ReadVersionsAsync() =>
        versions.Take(await Ask.ForAsync((SimulationVersions handler, Actor _) => handler.ReadAsync(DefinitionId, CancellationToken.None)));

    private async Task StartAsync()
    {
        running?.Cancel();
        using var own = new CancellationTokenSource();
        running = own;
        shown = Address;
        (result, errors, trouble) = (null, [], null);
        reporter.Clear();
        StateHasChanged();
        var request = Request;
        var work = SimulateAsync(request, own.Token);
        while (await Task.WhenAny(work, Task.Delay(Look, CancellationToken.None)) != work)
        {
            StateHasChanged();
        }

        var (answer, problem) = await work;
        if (running == own)
        {
            running = null;
            Take(answer, problem);
        }
    }

    private async Task<(Result<SimulationResult>? Answer, string? Problem)> SimulateAsync(SimulationRequest request, CancellationToken ct)
    {
        try
        {
            return (await Desk.RunAsync(request, User.Actor, reporter, ct), null);
        }
        catch (OperationCanceledException)
        {
            return (null, T["simulate.cancelled"]);
        }
        catch (Exception fault)
        {
            // A process that is being drawn may break in ways that nobody thought of: that is an answer too.
            LogBroken(Logger, fault, request.DefinitionId);
            return (null, T["simulate.failed", fault.GetBaseException().Message]);
        }
    }

    private void Take(Result<SimulationResult>? answer, string? problem)
    {
        (trouble, errors) = (problem, answer?.Errors ?? []);
        if (answer is { IsSuccess: true, Value: { } value })
        {
            result = value;
            picture = new SimulationChart(T).Draw(value);
            csv = SimulationCsv.Link(T, value);
        }
    }

    private void Cancel() => running?.Cancel();

    private async Task GoAsync(SimulationRequest request)
    {
        var address = SimulationAddress.Of(request, run: true, request.AllPaths ? "paths" : Tab);
        if (Navigation.ToAbsoluteUri(address) == new Uri(Navigation.Uri))
        {
            // The same once more, perhaps because the drawing has changed: the address does not move, so nobody would be told.
            await ReadVersionsAsync();
            await StartAsync();
            return;
        }

        shown = null;
        Navigation.NavigateTo(address);
    }

    private static IEnumerable<(string Tab, int Count)> Tabs(SimulationResult result) =>
        [("timeline", 0), ("tasks", result.Tasks.Count), ("deadlines", result.Deadlines.Count), ("mails", result.Mails.Count), ("documents", result.Documents.Count), ("paths", 0)];

    [LoggerMessage(Level = LogLevel.Warning, Message = "The simulation of {Definition} broke off")]
    private static partial void LogBroken(ILogger logger, Exception fault, string? definition);

    private sealed class Reporter : IProgress<SimulationProgress>
    {
        private volatile SimulationProgress? last;

        public SimulationProgress? Last => last;

        public void Report(SimulationProgress value) => last = value;

        public void Clear() => last = null;
    }
}
