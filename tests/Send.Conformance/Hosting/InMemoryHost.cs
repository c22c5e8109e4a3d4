using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Send.Engine.Definitions;
using Send.Engine.Execution;
using Send.Engine.Extensions;
using Send.Engine.State;

namespace Send.Conformance.Hosting;

/// <summary>
/// A host without a database: runs bursts, keeps what they change and does their effects afterwards, in order, until nothing is left to do.
/// Not for several threads.
/// </summary>
public sealed class InMemoryHost : IAsyncDisposable
{
    private const int EffectLimit = 10_000;
    private readonly ServiceProvider services;
    private readonly BurstRunner runner;
    private readonly Queue<Effect> effects = new();
    private readonly List<HostedInstance> instances = [];

    /// <summary>Creates the host; <paramref name="configure"/> may register further services, activities and types.</summary>
    public InMemoryHost(Action<IServiceCollection>? configure = null)
    {
        var collection = new ServiceCollection();
        collection.AddSingleton<TimeProvider>(Clock);
        collection.AddSingleton<IIdGenerator>(Ids);
        collection.AddSingleton<IWriteLineSink>(Lines);
        collection.AddSingleton<IDefinitionSource>(_ => Definitions!);
        collection.AddSendEngine();
        configure?.Invoke(collection);
        services = collection.BuildServiceProvider(validateScopes: true);
        runner = services.GetRequiredService<BurstRunner>();
        Definitions = new DefinitionShelf((definition, published) => EngineSetup.Compile(services, definition, published), Ids);
    }

    /// <summary>The host's clock; it stands still until a test moves it.</summary>
    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2027, 3, 1, 9, 0, 0, TimeSpan.Zero));

    /// <summary>Where ids come from.</summary>
    public RecordingIds Ids { get; } = new();

    /// <summary>What WriteLine activities wrote.</summary>
    public WrittenLines Lines { get; } = new();

    /// <summary>What is published.</summary>
    public DefinitionShelf Definitions { get; }

    /// <summary>All instances, also deleted ones, in the order of creation.</summary>
    public IReadOnlyList<HostedInstance> Instances => instances;

    /// <summary>Services of the host.</summary>
    public IServiceProvider Services => services;

    /// <summary>Creates and runs an instance of a definition's published version.</summary>
    public async Task<HostedInstance> StartAsync(string definitionId, Func<StartStimulus, StartStimulus>? configure = null, CancellationToken cancellationToken = default)
    {
        var workflow = Definitions.FindPublished(definitionId) ?? throw new InvalidOperationException($"No published version of '{definitionId}'.");
        var stimulus = new StartStimulus(Ids.NewId());
        var started = await RunAsync(workflow, null, configure?.Invoke(stimulus) ?? stimulus, cancellationToken);
        await DrainAsync(cancellationToken);
        return started ?? throw new InvalidOperationException($"'{definitionId}' was not started.");
    }

    /// <summary>Resumes a bookmark; one that is gone is ignored.</summary>
    public async Task ResumeAsync(string instanceId, string bookmarkId, IReadOnlyDictionary<string, object?>? input, CancellationToken cancellationToken = default)
    {
        await SendAsync(instanceId, new ResumeStimulus(bookmarkId, input), cancellationToken);
        await DrainAsync(cancellationToken);
    }

    /// <summary>Publishes an event to waiting instances and, unless it goes to one instance only, to triggers.</summary>
    public async Task PublishEventAsync(PublishEventEffect published, CancellationToken cancellationToken = default)
    {
        effects.Enqueue(published);
        await DrainAsync(cancellationToken);
    }

    /// <summary>Cancels an instance, with the instances that it started if asked for.</summary>
    public async Task CancelAsync(string instanceId, bool includeChildren, CancellationToken cancellationToken = default)
    {
        await SendAsync(instanceId, new CancelStimulus(includeChildren), cancellationToken);
        await DrainAsync(cancellationToken);
    }

    /// <summary>Sends an instance something that a person asks for from outside; on <paramref name="workflow"/> where it is to go on with another version. False when it was ignored.</summary>
    public async Task<bool> OperateAsync(string instanceId, Stimulus stimulus, CompiledWorkflow? workflow = null, CancellationToken cancellationToken = default)
    {
        var instance = Find(instanceId) ?? throw new InvalidOperationException($"No instance '{instanceId}'.");
        var met = await RunAsync(workflow ?? instance.Workflow, instance.State, stimulus, cancellationToken) is not null;
        await DrainAsync(cancellationToken);
        return met;
    }

    /// <summary>Deletes an instance with all that belongs to it.</summary>
    public void Delete(string instanceId) => Find(instanceId)?.Delete();

    /// <inheritdoc />
    public ValueTask DisposeAsync() => services.DisposeAsync();

    private HostedInstance? Find(string instanceId) => instances.Find(instance => instance.Id == instanceId && !instance.IsDeleted);

    private async Task SendAsync(string instanceId, Stimulus stimulus, CancellationToken cancellationToken)
    {
        if (Find(instanceId) is { } instance)
        {
            await RunAsync(instance.Workflow, instance.State, stimulus, cancellationToken);
        }
    }

    private async Task<HostedInstance?> RunAsync(CompiledWorkflow workflow, WorkflowState? state, Stimulus stimulus, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var request = new BurstRequest { Workflow = workflow, State = state, Stimulus = stimulus, Services = scope.ServiceProvider, Clock = Clock, Ids = Ids };
        var result = await runner.RunAsync(request, cancellationToken);
        if (result.IsIgnored)
        {
            return null;
        }

        foreach (var change in result.Changes)
        {
            Apply(change);
        }

        foreach (var effect in result.Effects)
        {
            effects.Enqueue(effect);
        }

        return result.Main is { } main ? Find(main.State.Id) : null;
    }

    private void Apply(InstanceChange change)
    {
        var instance = Find(change.State.Id);
        if (instance is null)
        {
            instance = new HostedInstance(change.State.Id, change.Workflow);
            instances.Add(instance);
        }

        instance.Workflow = change.Workflow;
        instance.StateJson = WorkflowStateSerializer.Serialize(change.State);
        instance.AddJournal(change.Journal);
        foreach (var record in change.Executions)
        {
            instance.Keep(record);
        }

        foreach (var created in change.BookmarksCreated)
        {
            instance.AddBookmark(new(created.Bookmark.Id, instance.Id, created.Bookmark.Name, created.Bookmark.Hash));
        }

        foreach (var id in change.BookmarksRemoved)
        {
            instance.RemoveBookmark(id);
        }
    }

    private async Task DrainAsync(CancellationToken cancellationToken)
    {
        for (var done = 0; effects.TryDequeue(out var effect); done++)
        {
            if (done >= EffectLimit)
            {
                throw new InvalidOperationException($"More than {EffectLimit} effects follow from one step.");
            }

            await DoAsync(effect, cancellationToken);
        }
    }

    private async Task DoAsync(Effect effect, CancellationToken cancellationToken)
    {
        switch (effect)
        {
            case PublishEventEffect published:
                await DeliverAsync(published, cancellationToken);
                break;
            case DispatchWorkflowEffect dispatched when Definitions.FindPublished(dispatched.DefinitionId) is { } workflow:
                await RunAsync(workflow, null, dispatched.Start, cancellationToken);
                break;
            case ResumeParentEffect resumed:
                foreach (var row in Rows(row => row.InstanceId == resumed.ParentInstanceId && row.Name == resumed.BookmarkName && row.Hash == resumed.BookmarkHash))
                {
                    await SendAsync(row.InstanceId, new ResumeStimulus(row.Id, resumed.Input), cancellationToken);
                }

                break;
            case CancelChildrenEffect cancelled:
                foreach (var child in instances.Where(instance => !instance.IsDeleted && instance.State.ParentWorkflowInstanceId == cancelled.ParentInstanceId).ToList())
                {
                    await SendAsync(child.Id, new CancelStimulus(IncludeChildren: true), cancellationToken);
                }

                break;
        }
    }

    private async Task DeliverAsync(PublishEventEffect published, CancellationToken cancellationToken)
    {
        var stimulus = EventStimulus.Of(published);
        var rows = Rows(row => row.Name == EventStimulus.BookmarkName && row.Hash == stimulus.Hash && (published.InstanceId is null || row.InstanceId == published.InstanceId))
            .Where(row => published.CorrelationId is null || Find(row.InstanceId)?.State.CorrelationId == published.CorrelationId)
            .ToList();
        if (published.InstanceId is null)
        {
            foreach (var (workflow, activityId) in Definitions.Current.SelectMany(workflow => EventStimulus.Triggers(workflow, published.EventName)).ToList())
            {
                await RunAsync(workflow, null, stimulus.Start(Ids.NewId(), activityId, published.CorrelationId), cancellationToken);
            }
        }

        foreach (var row in rows)
        {
            await SendAsync(row.InstanceId, new ResumeStimulus(row.Id, stimulus.Input), cancellationToken);
        }
    }

    private List<BookmarkRow> Rows(Func<BookmarkRow, bool> predicate) => [.. instances.SelectMany(instance => instance.Bookmarks.Values).Where(predicate)];
}
