using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.JSInterop;
using Send.Core.Documents;
using Send.Core.Forms;
using Send.Core.Results;
using Send.Core.Staff;
using Send.Core.Tasks;
using Send.Host.Components.Forms;
using Send.Host.Components.Session;
using Send.Host.Localization;

namespace Send.Host.Features.Tasks;

/// <summary>Reads a task, keeps what is typed as its draft, completes it. What others do to the task meanwhile shows, but never takes away what was typed.</summary>
public sealed partial class TaskPanel : IAsyncDisposable
{
    private const long LargestFile = 20 * 1024 * 1024;
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(900);

    private readonly Load<TaskDetails> details = new();
    private readonly CancellationTokenSource leaving = new();
    private readonly SemaphoreSlim writing = new(1, 1);
    private FormState? form;
    private FileTarget? files;
    private TaskCompletion? completion;
    private IReadOnlyList<string> problems = [];
    private long revision;
    private int edits;
    private bool dirty;
    private bool saving;
    private bool completing;
    private bool changedElsewhere;
    private DateTimeOffset? saved;

    [Inject]
    public required Texts T { get; init; }

    [Inject]
    public required ErrorWords Words { get; init; }

    [Inject]
    public required Dates Dates { get; init; }

    [Inject]
    public required Ask Ask { get; init; }

    [Inject]
    public required CircuitPulse Pulse { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    [Inject]
    public required Dialogs Dialogs { get; init; }

    [Inject]
    public required IJSRuntime Js { get; init; }

    [Parameter, EditorRequired]
    public Guid Id { get; set; }

    /// <summary>In the inbox's right half: narrower, the context below.</summary>
    [Parameter]
    public bool Beside { get; set; }

    /// <summary>Puts the cursor on the outcome buttons (key `e` of the inbox).</summary>
    [Parameter]
    public bool FocusOutcome { get; set; }

    public async ValueTask DisposeAsync()
    {
        Pulse.Changed -= OnPulse;
        if (dirty && completion is null)
        {
            await SaveAsync();
        }

        await leaving.CancelAsync();
        leaving.Dispose();
        writing.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        files = new(UploadAsync);
        Pulse.Changed += OnPulse;
        await ReadAsync();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (FocusOutcome && details.HasValue)
        {
            FocusOutcome = false;
            var module = await Js.InvokeAsync<IJSObjectReference>("import", "./js/pages.js");
            await module.InvokeVoidAsync("focusFirst", "[data-outcome]");
            await module.DisposeAsync();
        }
    }

    private async Task ReadAsync()
    {
        details.Take(await QueryAsync());
        if (details.Value is { } task)
        {
            Open(task);
        }
    }

    private Task<Result<TaskDetails>> QueryAsync() =>
        Ask.ForAsync((TaskDetailsHandler handler, Actor actor) => handler.HandleAsync(new TaskDetailsQuery(Id), actor, CancellationToken.None));

    private void Open(TaskDetails task)
    {
        if (form is not null)
        {
            form.Changed -= OnEdited;
        }

        form = new FormState(task.Form, task.Data.DeepClone().AsObject(), new FormContext(task.Context), task.Origins) { ReadOnly = !task.May.Work };
        form.Changed += OnEdited;
        (revision, dirty, changedElsewhere, problems) = (task.Task.Revision, false, false, []);
    }

    /// <summary>Comments, history and documents anew; the form stays.</summary>
    private async Task ReadSideAsync()
    {
        var answer = await QueryAsync();
        if (!answer.IsSuccess || completion is not null)
        {
            return;
        }

        var same = answer.Value.Task.Revision == revision;
        details.Take(answer);
        if (!same && !dirty && !saving)
        {
            Open(answer.Value);
        }
        else if (!same && !saving)
        {
            changedElsewhere = true;
        }
    }

    private void OnPulse() => _ = InvokeAsync(async () =>
    {
        if (!leaving.IsCancellationRequested && details.HasValue && !completing && completion is null)
        {
            await ReadSideAsync();
            StateHasChanged();
        }
    });

    private void OnEdited()
    {
        dirty = true;
        var edit = ++edits;
        _ = InvokeAsync(async () =>
        {
            await Task.Delay(Quiet, Clock);
            if (edit == edits && !leaving.IsCancellationRequested && !completing && completion is null)
            {
                await SaveAsync();
                StateHasChanged();
            }
        });
        StateHasChanged();
    }

    private async Task SaveAsync()
    {
        if (!dirty || form is null || form.ReadOnly)
        {
            return;
        }

        await writing.WaitAsync();
        try
        {
            (saving, dirty) = (true, false);
            var data = form.Data.DeepClone().AsObject();
            var answer = await Ask.ForAsync((SaveTaskDraftHandler handler, Actor actor) =>
                handler.HandleAsync(new SaveTaskDraft(Id, data, revision), actor, CancellationToken.None));
            if (answer.IsSuccess)
            {
                (revision, saved, problems) = (answer.Value.Revision, Clock.GetUtcNow(), []);
            }
            else
            {
                dirty = true;
                changedElsewhere = answer.Errors.Any(error => error.Kind == ErrorKind.Conflict);
                problems = changedElsewhere ? [] : [.. answer.Errors.Select(Words.For)];
            }
        }
        finally
        {
            saving = false;
            writing.Release();
        }
    }

    private async Task CompleteAsync(FormOutcome outcome)
    {
        if (completing || form is null
            || (outcome.Danger && !await Dialogs.ConfirmAsync(T["tasks.confirmTitle", T.Of(outcome.Label)], outcome.Hint is null ? T["tasks.confirmText"] : T.Of(outcome.Hint), T.Of(outcome.Label), danger: true)))
        {
            return;
        }

        completing = true;
        await writing.WaitAsync();
        try
        {
            var request = new CompleteTask(Id, outcome.Name, form.Data.DeepClone().AsObject(), revision, Guid.NewGuid());
            var answer = await Ask.DoAsync((CompleteTaskHandler handler, Actor actor) => handler.HandleAsync(request, actor, CancellationToken.None));
            if (answer.IsSuccess)
            {
                (completion, dirty) = (answer.Value, false);
                details.Take(await QueryAsync());
            }
            else
            {
                Show(answer.Errors);
            }
        }
        finally
        {
            completing = false;
            writing.Release();
        }
    }

    private void Show(IReadOnlyList<Error> errors)
    {
        const string Data = "/data";
        changedElsewhere = errors.Any(error => error.Kind == ErrorKind.Conflict);
        var fields = errors.Where(error => error.Field?.StartsWith(Data, StringComparison.Ordinal) == true).ToList();
        form!.Show([.. fields.Select(error => new FieldError(error.Field![Data.Length..], error.Code, error.Message))]);
        problems = [.. errors.Except(fields).Where(error => error.Code != "task.stale").Select(Words.For)];
    }

    private async Task<(Guid? DocumentId, string? Problem)> UploadAsync(IBrowserFile file)
    {
        if (file.Size > LargestFile)
        {
            return (null, T["form.fileTooLarge"]);
        }

        using var bytes = new MemoryStream();
        await using (var stream = file.OpenReadStream(LargestFile))
        {
            await stream.CopyToAsync(bytes, leaving.Token);
        }

        var request = new UploadDocument(details.Value!.Task.CaseId, file.Name, bytes.ToArray(), TaskId: Id);
        var answer = await Ask.ForAsync((UploadDocumentHandler handler, Actor actor) => handler.HandleAsync(request, actor, CancellationToken.None));
        return answer.IsSuccess ? (answer.Value.Id, null) : (null, string.Join(" ", answer.Errors.Select(Words.For)));
    }

    private string OutcomeLabel(string? name) =>
        details.Value?.Outcomes.FirstOrDefault(outcome => outcome.Name == name) is { } outcome ? T.Of(outcome.Label) : name ?? "";
}
