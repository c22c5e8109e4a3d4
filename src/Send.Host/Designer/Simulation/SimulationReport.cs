using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Send.Core.Deadlines;
using Send.Core.Documents;
using Send.Core.Forms;
using Send.Core.Reference;
using Send.Core.Tasks;
using Send.Core.Time;
using Send.Persistence;

namespace Send.Host.Designer.Simulation;

/// <summary>Reads out of a world what happened in it: its history says it all, as that of a real case does.</summary>
internal sealed class SimulationReport(SimulationWorld world, SimulationScene scene, FormCatalog forms, ReferenceData reference)
{
    /// <summary>The result of one run, its paths left out.</summary>
    public Task<SimulationResult> ReadAsync(Guid caseId, SimulationEnd end, SimulationDriver driver, IReadOnlyDictionary<string, string> activities, IReadOnlyList<SimulationFinding> incidents, CancellationToken ct) =>
        world.DataAsync(async db =>
        {
            var @case = await db.Cases.AsNoTracking().FirstAsync(row => row.Id == caseId, ct);
            var person = await db.Participants.AsNoTracking().FirstAsync(row => row.Id == @case.ParticipantId, ct);
            var tasks = await db.Tasks.AsNoTracking().Where(row => row.CaseId == caseId).OrderBy(row => row.Id).ToListAsync(ct);
            var rows = await db.Deadlines.AsNoTracking().Include(row => row.Reminders).Where(row => row.CaseId == caseId).ToListAsync(ct);
            var mails = await MailsAsync(db, ct);
            var documents = await db.Documents.AsNoTracking().Where(row => row.CaseId == caseId).OrderBy(row => row.Id).ToListAsync(ct);
            var history = await db.Audit.AsNoTracking().Where(row => row.CaseId == caseId).OrderBy(row => row.Id).ToListAsync(ct);
            var shownTasks = Tasks(tasks, driver.Occurrences, activities);
            var shownDeadlines = Deadlines(rows, tasks);
            var papers = documents.ConvertAll(row => new SimulatedDocument(
                row.CreatedAt, OfficeDay.Of(row.CreatedAt), row.Kind, DocumentTitles.Of(row.Kind), row.Edition, row.Language, row.Number, ObjectOf(row.Data)));
            var findings = driver.Findings.Concat(incidents).Concat(world.Log.Lines.Distinct(StringComparer.Ordinal).Select(line => new SimulationFinding("background", null, null, line))).ToList();
            return new SimulationResult
            {
                Definition = scene.Shown,
                Request = scene.Request,
                End = end,
                Case = new(@case.Code, person.FullName, @case.DestinationCountry, @case.DestinationCity, @case.Departure, @case.Start, @case.End, @case.Return, @case.Status, @case.Stage),
                Timeline = new Chronicle(tasks, shownTasks, shownDeadlines, mails, papers).Of(history, incidents),
                Tasks = shownTasks,
                Deadlines = shownDeadlines,
                Mails = mails,
                Documents = papers,
                Findings = findings,
                Paths = [],
            };
        });

    private static async Task<List<SimulatedMail>> MailsAsync(SendDbContext db, CancellationToken ct)
    {
        var rows = await db.Mails.AsNoTracking().OrderBy(row => row.Id).ToListAsync(ct);
        return rows.ConvertAll(row => new SimulatedMail(
            row.QueuedAt, OfficeDay.Of(row.QueuedAt), row.Template, row.ToName, row.ToAddress, row.Language, row.Subject, row.TextBody, row.Key.StartsWith("reminder/", StringComparison.Ordinal)));
    }

    private List<SimulatedTask> Tasks(List<CaseTask> tasks, Dictionary<Guid, int> occurrences, IReadOnlyDictionary<string, string> activities)
    {
        var seen = new Dictionary<(string Activity, string Form), int>();
        return tasks.ConvertAll(task =>
        {
            var activity = activities.GetValueOrDefault(task.ActivityInstanceId, task.FormId);
            var key = (activity, task.FormId);
            seen[key] = seen.GetValueOrDefault(key) + (occurrences.ContainsKey(task.Id) ? 1 : 0);
            var form = forms.Find(task.FormId);
            return new SimulatedTask(
                activity,
                task.FormId,
                occurrences.GetValueOrDefault(task.Id, seen[key] + 1),
                task.Title is { } title ? new(title) : form?.Title ?? new(task.FormId),
                task.Role,
                task.Stage,
                OfficeDay.Of(task.OpenedAt),
                task.Due,
                task.HardGate,
                task.State,
                task.DoneAt is { } done ? OfficeDay.Of(done) : null,
                task.Outcome,
                form is null ? [] : OutcomesOf(form, task),
                ObjectOf(task.Data));
        });
    }

    private static List<FormOutcome> OutcomesOf(FormDefinition form, CaseTask task) =>
        [.. task.OutcomeList.Select(name => form.Outcomes.FirstOrDefault(one => one.Name == name) ?? new FormOutcome(name, new(name)))];

    private List<SimulatedDeadline> Deadlines(List<Deadline> rows, List<CaseTask> tasks)
    {
        var byId = tasks.ToDictionary(task => task.Id);
        return
        [
            .. rows.OrderBy(row => row.Due).ThenBy(row => row.Code, StringComparer.Ordinal).ThenBy(row => row.Occurrence).Select(row => new SimulatedDeadline(
                row.Code,
                row.Occurrence,
                forms.Find(row.Code)?.Title ?? reference.Plan.Find(row.Code)?.Name ?? new(row.Code),
                row.Due,
                row.Hard,
                row.Role,
                row.State,
                row.State == DeadlineState.Met && row.TaskId is { } id && byId.TryGetValue(id, out var task) && task.DoneAt is { } done ? OfficeDay.Of(done) : null,
                row.Reminders.Count(reminder => reminder.QueuedAt is not null))),
        ];
    }

    private static JsonObject? ObjectOf(string? json) => json is null ? null : JsonNode.Parse(json) as JsonObject;
}
