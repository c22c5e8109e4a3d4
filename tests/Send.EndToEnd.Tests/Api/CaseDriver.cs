using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;

namespace Send.EndToEnd.Tests.Api;

/// <summary>What one run does differently from the plain course.</summary>
internal sealed record Course
{
    /// <summary>How forms are filled.</summary>
    public Filling Filling { get; init; } = Filling.Everything;

    /// <summary>Outcome to choose the first time a form appears, by form id; otherwise the first outcome is chosen.</summary>
    public IReadOnlyDictionary<string, string> FirstOutcome { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Event to raise when a task with this form is open for the first time, by form id; its data are said of the day given.</summary>
    public IReadOnlyDictionary<string, (string Name, Func<DateOnly, JsonObject> Data)> EventAt { get; init; } =
        new Dictionary<string, (string, Func<DateOnly, JsonObject>)>(StringComparer.Ordinal);

    /// <summary>Status in which the case must end.</summary>
    public string End { get; init; } = "closed";
}

/// <summary>
/// Takes a case through its workflow as staff would, knowing nothing of it: it enrols a participant, completes whatever task is
/// open with the examples of its schema, and lets time pass when nothing is open.
/// </summary>
internal sealed class CaseDriver(Office office)
{
    private const int StepLimit = 400;
    private static readonly string[] Ends = ["closed", "withdrawn", "cancelled", "rejected"];
    private readonly HashSet<string> seenForms = new(StringComparer.Ordinal);
    private readonly Stopwatch since = Stopwatch.StartNew();
    private readonly List<string> trace = [];

    /// <summary>What was done, for the message of a failed test.</summary>
    public string Trace => string.Join('\n', trace);

    /// <summary>The form ids of the tasks completed, in order.</summary>
    public List<string> Completed { get; } = [];

    /// <summary>Opens a case; returns its id.</summary>
    public async Task<string> EnrolAsync(JsonObject enrolment, CancellationToken ct)
    {
        var answer = await office.Coordinator.PostAsync("/api/cases", enrolment, ct);
        Note($"enrolled {answer["code"]}");
        return answer["id"]!.GetValue<string>();
    }

    /// <summary>Works until the case has the course's end status.</summary>
    public async Task RunAsync(string caseId, Course course, CancellationToken ct)
    {
        for (var step = 0; step < StepLimit; step++)
        {
            var status = await StatusAsync(caseId, ct);
            if (string.Equals(status, course.End, StringComparison.OrdinalIgnoreCase))
            {
                return;
            }

            if (Ends.Contains(status, StringComparer.OrdinalIgnoreCase))
            {
                throw new InvalidOperationException($"The case ended {status}, not {course.End}:\n{Trace}");
            }

            if (!await WorkAsync(caseId, course, ct))
            {
                Note($"nothing open in {status}: a week passes");
                await office.PassTimeAsync(TimeSpan.FromDays(7), ct);
            }
        }

        throw new InvalidOperationException($"The case is {await StatusAsync(caseId, ct)}, not {course.End}, after {StepLimit} steps:\n{Trace}");
    }

    public async Task<string> StatusAsync(string caseId, CancellationToken ct) =>
        (await office.Coordinator.GetAsync($"/api/cases/{caseId}", ct))["status"]!.GetValue<string>();

    /// <summary>Tasks of the case that are not done or cancelled.</summary>
    public async Task<IReadOnlyList<JsonNode>> OpenTasksAsync(string caseId, CancellationToken ct)
    {
        var tasks = await office.Coordinator.ListAsync($"/api/tasks?view=all&case={caseId}", ct);
        return [.. tasks.Where(t => IsOpen(t["state"]!.GetValue<string>()))];
    }

    private void Note(string what) => trace.Add(string.Create(CultureInfo.InvariantCulture, $"{since.Elapsed.TotalSeconds,7:0.0} s  {what}"));

    private static bool IsOpen(string state) =>
        state.ToUpperInvariant() is "READY" or "CLAIMED" or "WAITING";

    /// <summary>Completes the tasks open now; false when there was none.</summary>
    private async Task<bool> WorkAsync(string caseId, Course course, CancellationToken ct)
    {
        var open = await OpenTasksAsync(caseId, ct);
        foreach (var task in open)
        {
            var form = task["formId"]!.GetValue<string>();
            var first = seenForms.Add(form);
            if (first && course.EventAt.TryGetValue(form, out var what))
            {
                await RaiseAsync(caseId, what.Name, what.Data(DateOnly.FromDateTime((await office.NowAsync(ct)).UtcDateTime)), ct);
                return true;
            }

            await CompleteAsync(task["id"]!.GetValue<string>(), form, first, course, ct);
        }

        return open.Count > 0;
    }

    private async Task CompleteAsync(string taskId, string form, bool first, Course course, CancellationToken ct)
    {
        var task = await office.Coordinator.GetAsync($"/api/tasks/{taskId}", ct);
        if (!IsOpen(task["state"]!.GetValue<string>()))
        {
            return; // Something completed before it has taken this one away.
        }

        var outcomes = task["form"]!["outcomes"]!.AsArray().Select(o => o!.GetValue<string>()).ToList();
        var outcome = first && course.FirstOutcome.TryGetValue(form, out var chosen) ? chosen : outcomes[0];
        Assert.Contains(outcome, outcomes);
        var worker = office.OfQueue(task["task"]!["queue"]!.GetValue<string>());
        var completion = new JsonObject
        {
            ["outcome"] = outcome,
            ["data"] = ExampleForm.Fill(task["form"]!["schema"]!, course.Filling),
            ["revision"] = task["revision"]!.DeepClone(),
            ["operationId"] = Guid.NewGuid().ToString(),
        };
        try
        {
            await worker.PostAsync($"/api/tasks/{taskId}/complete", completion, ct);
        }
        catch (ApiRefusal refusal) when (refusal.Status == HttpStatusCode.UnprocessableEntity)
        {
            throw new InvalidOperationException($"The examples of form '{form}' are refused:\n{refusal.Message}\n{Trace}", refusal);
        }

        Completed.Add(form);
        Note($"{form}: {outcome}");
    }

    private async Task RaiseAsync(string caseId, string name, JsonObject data, CancellationToken ct)
    {
        var body = new JsonObject { ["data"] = data, ["operationId"] = Guid.NewGuid().ToString() };
        await office.Coordinator.PostAsync($"/api/cases/{caseId}/events/{name}", body, ct);
        Note($"event {name}");
    }
}
