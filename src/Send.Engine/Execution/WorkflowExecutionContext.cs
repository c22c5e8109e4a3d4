using Microsoft.Extensions.DependencyInjection;
using Send.Engine.Definitions;
using Send.Engine.Execution;
using Send.Engine.Expressions;
using Send.Engine.Models;

namespace Send.Engine;

/// <summary>One instance while a burst works on it.</summary>
public sealed partial class WorkflowExecutionContext
{
    private readonly Burst burst;
    private readonly List<Bookmark> bookmarks = [];
    private readonly List<ActivityIncident> incidents = [];

    internal WorkflowExecutionContext(Burst burst, CompiledWorkflow workflow, string id)
    {
        this.burst = burst;
        Workflow = workflow;
        Id = id;
        CreatedAt = UpdatedAt = burst.UtcNow;
        ExpressionExecutionContext = new ExpressionExecutionContext(burst.Services, new MemoryRegister(), parentContext: null, burst.CancellationToken)
        {
            WorkflowExecutionContext = this,
        };
    }

    /// <summary>Id of the instance.</summary>
    public string Id { get; }

    /// <summary>The definition version that the instance runs.</summary>
    public CompiledWorkflow Workflow { get; }

    /// <summary>Services of the burst.</summary>
    public IServiceProvider ServiceProvider => burst.Services;

    /// <summary>Business key that ties instances and events together.</summary>
    public string? CorrelationId { get; set; }

    /// <summary>Name that people see.</summary>
    public string? Name { get; set; }

    /// <summary>Instance that started this one and may wait for it.</summary>
    public string? ParentWorkflowInstanceId { get; internal set; }

    /// <summary>Whether the instance can still move.</summary>
    public WorkflowStatus Status => SubStatus is WorkflowSubStatus.Finished or WorkflowSubStatus.Cancelled or WorkflowSubStatus.Faulted
        ? WorkflowStatus.Finished
        : WorkflowStatus.Running;

    /// <summary>The finer state.</summary>
    public WorkflowSubStatus SubStatus { get; private set; }

    /// <summary>When the instance was created, UTC.</summary>
    public DateTimeOffset CreatedAt { get; internal set; }

    /// <summary>When the instance changed last, UTC.</summary>
    public DateTimeOffset UpdatedAt { get; internal set; }

    /// <summary>When the instance ended, UTC; null until then.</summary>
    public DateTimeOffset? FinishedAt { get; internal set; }

    /// <summary>Input of the workflow, together with what the current stimulus brought.</summary>
    public IDictionary<string, object?> Input { get; internal set; } = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Output of the workflow so far.</summary>
    public IDictionary<string, object?> Output { get; internal set; } = new Dictionary<string, object?>(StringComparer.Ordinal);

    /// <summary>Values stored with the instance; plain data.</summary>
    public IDictionary<string, object?> Properties { get; internal set; } = new Dictionary<string, object?>(StringComparer.Ordinal);

    /// <summary>Values that live for the burst.</summary>
    public IDictionary<object, object> TransientProperties { get; } = new Dictionary<object, object>();

    /// <summary>Where the instance waits.</summary>
    public IReadOnlyList<Bookmark> Bookmarks => bookmarks;

    /// <summary>What went wrong so far.</summary>
    public IReadOnlyList<ActivityIncident> Incidents => incidents;

    /// <summary>The bookmark that this burst resumes, while its activity runs; otherwise null.</summary>
    public Bookmark? ResumedBookmark { get; internal set; }

    /// <summary>The activity whose trigger started the workflow in this burst.</summary>
    public string? TriggerActivityId { get; internal set; }

    /// <summary>Outermost scope of expressions.</summary>
    public ExpressionExecutionContext ExpressionExecutionContext { get; }

    /// <summary>Cancels the burst.</summary>
    public CancellationToken CancellationToken => burst.CancellationToken;

    /// <summary>The burst's time, UTC.</summary>
    public DateTimeOffset UtcNow => burst.UtcNow;

    /// <summary>The burst's clock.</summary>
    public TimeProvider Clock => burst.Clock;

    internal Burst Burst => burst;

    /// <summary>A new id from the burst's generator, so that the same burst run again may give the same ids.</summary>
    public string NewId() => burst.Ids.NewId();

    /// <summary>Adds something that the host does after the burst has been committed.</summary>
    public void AddEffect(Effect effect) => burst.Effects.Add(effect);

    /// <summary>A service of the burst.</summary>
    public T GetRequiredService<T>() where T : notnull => ServiceProvider.GetRequiredService<T>();

    /// <summary>A stored value of the instance, converted leniently.</summary>
    public T? GetProperty<T>(string key) => Properties.TryGetValue(key, out var value) ? ObjectConverter.ConvertTo<T>(value) : default;

    /// <summary>Stores a value with the instance.</summary>
    public void SetProperty<T>(string key, T value) => Properties[key] = value;

    /// <summary>True if a value is stored.</summary>
    public bool HasProperty(string name) => Properties.ContainsKey(name);

    internal void TransitionTo(WorkflowSubStatus subStatus)
    {
        if (Status == WorkflowStatus.Finished)
        {
            return;
        }

        SubStatus = subStatus;
        if (Status == WorkflowStatus.Finished)
        {
            FinishedAt = UtcNow;
        }
    }

    internal void RestoreStatus(WorkflowSubStatus subStatus) => SubStatus = subStatus;

    internal void AddIncident(ActivityIncident incident) => incidents.Add(incident);

    internal void AddBookmark(Bookmark bookmark) => bookmarks.Add(bookmark);

    internal void RemoveBookmark(Bookmark bookmark) => bookmarks.Remove(bookmark);

    internal void RemoveBookmarks(Predicate<Bookmark> predicate)
    {
        if (bookmarks.Count > 0)
        {
            bookmarks.RemoveAll(predicate);
        }
    }

    internal ActivityNode GetNode(IActivity activity) => Workflow.FindNode(activity)
        ?? throw new InvalidOperationException($"Activity '{activity.Id}' of type '{activity.Type}' is not part of workflow '{Workflow.Definition.DefinitionId}'.");
}
