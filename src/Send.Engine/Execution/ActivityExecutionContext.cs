using Microsoft.Extensions.DependencyInjection;
using Send.Engine.Definitions;
using Send.Engine.Expressions;
using Send.Engine.Memory;
using Send.Engine.Models;

namespace Send.Engine;

/// <summary>
/// One execution of one activity: what an activity sees and acts on. Values put into <see cref="Properties"/> and variables are stored
/// with the instance, everything else lives for the burst.
/// </summary>
public sealed partial class ActivityExecutionContext
{
    private Dictionary<string, object?>? properties;
    private Dictionary<string, object?>? metadata;
    private Dictionary<string, object?>? journalData;
    private Dictionary<object, object>? transientProperties;
    private Dictionary<string, object?>? activityInput;
    private List<ActivityExecutionContext>? children;
    private List<Variable>? dynamicVariables;
    private ExpressionExecutionContext? expressionExecutionContext;

    internal ActivityExecutionContext(
        string id, WorkflowExecutionContext workflow, ActivityExecutionContext? parent, ActivityNode node, DateTimeOffset startedAt)
    {
        Id = id;
        WorkflowExecutionContext = workflow;
        ParentActivityExecutionContext = parent;
        ActivityNode = node;
        StartedAt = startedAt;
        parent?.AddChild(this);
    }

    /// <summary>Id of this execution.</summary>
    public string Id { get; }

    /// <summary>When it was created, UTC.</summary>
    public DateTimeOffset StartedAt { get; }

    /// <summary>When it completed, UTC; null until then.</summary>
    public DateTimeOffset? CompletedAt { get; internal set; }

    /// <summary>Free value that the owner gave when it scheduled this execution.</summary>
    public object? Tag { get; set; }

    /// <summary>True if it ended well or was cancelled.</summary>
    public bool IsCompleted => Status is ActivityStatus.Completed or ActivityStatus.Canceled;

    /// <summary>True while the activity's code runs.</summary>
    public bool IsExecuting { get; internal set; }

    /// <summary>Number of faults in this execution and its descendants.</summary>
    public int AggregateFaultCount { get; internal set; }

    /// <summary>The workflow that runs.</summary>
    public WorkflowExecutionContext WorkflowExecutionContext { get; }

    /// <summary>The execution that contains this one; null for the workflow's own.</summary>
    public ActivityExecutionContext? ParentActivityExecutionContext { get; }

    /// <summary>Execution after which this one was scheduled.</summary>
    public string? SchedulingActivityExecutionId { get; internal set; }

    /// <summary>Activity after which this one was scheduled.</summary>
    public string? SchedulingActivityId { get; internal set; }

    /// <summary>Number of executions that led here, one after the other.</summary>
    public int CallStackDepth { get; internal set; }

    /// <summary>The activity.</summary>
    public IActivity Activity => ActivityNode.Activity;

    /// <summary>Description of the activity's type.</summary>
    public ActivityDescriptor ActivityDescriptor => ActivityNode.Descriptor;

    /// <summary>Place of the activity in the workflow.</summary>
    public ActivityNode ActivityNode { get; }

    /// <summary>Path of the activity in the workflow.</summary>
    public string NodeId => ActivityNode.NodeId;

    /// <summary>Cancels the burst.</summary>
    public CancellationToken CancellationToken => WorkflowExecutionContext.CancellationToken;

    /// <summary>State of this execution.</summary>
    public ActivityStatus Status { get; private set; }

    /// <summary>What it threw, if it faulted in this burst.</summary>
    public Exception? Exception { get; internal set; }

    /// <summary>Values stored with this execution until it has completed.</summary>
    public IDictionary<string, object?> Properties => properties ??= new(StringComparer.Ordinal);

    /// <summary>Light values kept in the execution's record for ever.</summary>
    public IDictionary<string, object?> Metadata => metadata ??= new(StringComparer.Ordinal);

    /// <summary>Values that live for the burst.</summary>
    public IDictionary<object, object> TransientProperties => transientProperties ??= [];

    /// <summary>Values added to the execution's record when it completes, for example the outcomes.</summary>
    public IDictionary<string, object?> JournalData => journalData ??= new(StringComparer.Ordinal);

    /// <summary>Values that the owner passed when it scheduled this execution.</summary>
    public IDictionary<string, object?> ActivityInput => activityInput ??= new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Input of the workflow's current run: what started or resumed it.</summary>
    public IDictionary<string, object?> WorkflowInput => WorkflowExecutionContext.Input;

    /// <summary>Unfinished executions directly below this one.</summary>
    public IReadOnlyList<ActivityExecutionContext> Children => children is null ? [] : children;

    /// <summary>Variables that exist only for this execution, for example the current item of a loop.</summary>
    public IReadOnlyList<Variable> DynamicVariables => dynamicVariables is null ? [] : dynamicVariables;

    /// <summary>Variables of this scope: the container's and the dynamic ones.</summary>
    public IEnumerable<Variable> Variables => ActivityNode.Variables.Concat(DynamicVariables);

    /// <summary>Bookmarks that this execution waits at.</summary>
    public IEnumerable<Bookmark> Bookmarks => WorkflowExecutionContext.Bookmarks.Where(bookmark => bookmark.ActivityInstanceId == Id);

    /// <summary>The scope in which this execution's expressions are evaluated.</summary>
    public ExpressionExecutionContext ExpressionExecutionContext => expressionExecutionContext ??= new(
        WorkflowExecutionContext.ServiceProvider,
        new MemoryRegister(),
        ParentActivityExecutionContext?.ExpressionExecutionContext ?? WorkflowExecutionContext.ExpressionExecutionContext,
        CancellationToken)
    {
        ActivityExecutionContext = this,
        WorkflowExecutionContext = WorkflowExecutionContext,
    };

    internal IReadOnlyDictionary<string, object?>? PropertiesOrNull => properties;

    internal IReadOnlyDictionary<string, object?>? MetadataOrNull => metadata;

    internal IReadOnlyDictionary<string, object?>? JournalDataOrNull => journalData;

    internal IReadOnlyDictionary<string, object?>? ActivityInputOrNull => activityInput;

    /// <summary>A service of the burst.</summary>
    public T GetRequiredService<T>() where T : notnull => WorkflowExecutionContext.ServiceProvider.GetRequiredService<T>();

    /// <summary>A service of the burst.</summary>
    public object GetRequiredService(Type serviceType) => WorkflowExecutionContext.ServiceProvider.GetRequiredService(serviceType);

    /// <summary>A service of the burst, if it is registered.</summary>
    public T? GetService<T>() where T : notnull => WorkflowExecutionContext.ServiceProvider.GetService<T>();

    /// <summary>All services of this type.</summary>
    public IEnumerable<T> GetServices<T>() where T : notnull => WorkflowExecutionContext.ServiceProvider.GetServices<T>();

    /// <summary>A service of the burst, or a new object made with the burst's services.</summary>
    public T GetOrCreateService<T>() where T : notnull => ActivatorUtilities.GetServiceOrCreateInstance<T>(WorkflowExecutionContext.ServiceProvider);

    /// <summary>A stored value of this execution, converted leniently; the type's default if there is none.</summary>
    public T? GetProperty<T>(string key) => properties is not null && properties.TryGetValue(key, out var value) ? ObjectConverter.ConvertTo<T>(value) : default;

    /// <summary>A stored value of this execution; if there is none, the default is stored and returned.</summary>
    public T GetProperty<T>(string key, Func<T> defaultValue)
    {
        if (properties is not null && properties.TryGetValue(key, out var stored) && ObjectConverter.ConvertTo<T>(stored) is { } value)
        {
            return value;
        }

        var created = defaultValue();
        Properties[key] = created;
        return created;
    }

    /// <summary>Stores a value with this execution: a primitive, a record or plain data.</summary>
    public void SetProperty<T>(string key, T? value) => Properties[key] = value;

    /// <summary>Changes a stored value.</summary>
    public T UpdateProperty<T>(string key, Func<T?, T> updater) where T : notnull
    {
        var value = updater(GetProperty<T>(key));
        Properties[key] = value;
        return value;
    }

    /// <summary>Removes a stored value.</summary>
    public void RemoveProperty(string key) => properties?.Remove(key);

    /// <summary>A value of the record's metadata.</summary>
    public T? GetMetadata<T>(string key) => metadata is not null && metadata.TryGetValue(key, out var value) ? ObjectConverter.ConvertTo<T>(value) : default;

    /// <summary>Puts a value into the record's metadata.</summary>
    public void SetMetadata<T>(string key, T? value) => Metadata[key] = value;

    /// <summary>The executions that contain this one, from inside out.</summary>
    public IEnumerable<ActivityExecutionContext> GetAncestors()
    {
        for (var parent = ParentActivityExecutionContext; parent is not null; parent = parent.ParentActivityExecutionContext)
        {
            yield return parent;
        }
    }

    /// <summary>True if this activity is the trigger that started the workflow in this burst.</summary>
    public bool IsTriggerOfWorkflow() =>
        WorkflowExecutionContext.TriggerActivityId is { } trigger && string.Equals(trigger, Activity.Id, StringComparison.Ordinal);

    /// <summary>Sets the state of this execution.</summary>
    public void TransitionTo(ActivityStatus status)
    {
        Status = status;
        IsTouched = true;
    }

    internal void DeclareDynamicVariable(Variable variable)
    {
        dynamicVariables ??= [];
        dynamicVariables.RemoveAll(existing => string.Equals(existing.Name, variable.Name, StringComparison.Ordinal));
        dynamicVariables.Add(variable);
        ExpressionExecutionContext.Memory.Declare(variable);
    }

    /// <summary>Takes a completed execution out of its parent's list; its record is still written at the end of the burst.</summary>
    internal void Detach() => ParentActivityExecutionContext?.children?.Remove(this);

    private void AddChild(ActivityExecutionContext child) => (children ??= []).Add(child);

    internal void SetActivityInput(IDictionary<string, object?> input) => activityInput = new(input, StringComparer.OrdinalIgnoreCase);

    internal void Restore(
        ActivityStatus status,
        Dictionary<string, object?> storedProperties,
        Dictionary<string, object?> storedMetadata,
        Dictionary<string, object?> storedActivityState)
    {
        Status = status;
        properties = storedProperties.Count > 0 ? storedProperties : null;
        metadata = storedMetadata.Count > 0 ? storedMetadata : null;
        RestoreActivityState(storedActivityState);
    }
}
