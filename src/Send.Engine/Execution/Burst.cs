using System.Globalization;
using Send.Engine.Exceptions;

namespace Send.Engine.Execution;

/// <summary>What all instances of one burst share.</summary>
internal sealed class Burst(IServiceProvider services, TimeProvider clock, IIdGenerator ids, EngineOptions options, CancellationToken cancellationToken)
{
    private int executedActivities;
    private int inlineDepth;

    public IServiceProvider Services { get; } = services;

    public TimeProvider Clock { get; } = clock;

    public IIdGenerator Ids { get; } = ids;

    public DateTimeOffset UtcNow => Clock.GetUtcNow();

    public CancellationToken CancellationToken { get; } = cancellationToken;

    public List<Effect> Effects { get; } = [];

    /// <summary>The instances of this burst, the request's first.</summary>
    public List<WorkflowExecutionContext> Instances { get; } = [];

    /// <summary>Runs a new instance within this burst until it finishes or waits.</summary>
    public async ValueTask<WorkflowExecutionContext> RunInlineAsync(Definitions.CompiledWorkflow workflow, StartStimulus start)
    {
        if (inlineDepth >= options.MaxInlineDepth)
        {
            throw new InvalidOperationException(string.Create(
                CultureInfo.InvariantCulture,
                $"Workflow '{workflow.Definition.DefinitionId}' was not started: workflows may execute each other at most {options.MaxInlineDepth} deep. One that executes itself must use DispatchWorkflow."));
        }

        inlineDepth++;
        try
        {
            return await BurstRunner.StartAsync(this, workflow, start);
        }
        finally
        {
            inlineDepth--;
        }
    }

    /// <summary>Counts one step; throws once the burst has had as many as it may.</summary>
    public void CountActivity()
    {
        if (++executedActivities > options.MaxActivitiesPerBurst)
        {
            throw new BurstLimitException(options.MaxActivitiesPerBurst);
        }
    }
}
