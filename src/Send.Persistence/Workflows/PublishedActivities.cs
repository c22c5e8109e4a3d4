using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Send.Engine;
using Send.Engine.Definitions;
using Send.Engine.Expressions;
using Send.Engine.Models;
using Send.Engine.Registry;

namespace Send.Persistence.Workflows;

/// <summary>The activity types in code, and the workflows that are usable as activities. Every version that was ever published stays known, because other definitions are pinned to it;
/// the palette shows the one that is published now. Another host may publish, so the database is asked which there are, by a query for their ids alone.</summary>
public sealed class PublishedActivities : IActivityRegistry, IDisposable
{
    private readonly IServiceScopeFactory scopes;
    private readonly WellKnownTypes types;
    private readonly ActivityRegistry inCode;
    private readonly SemaphoreSlim gate = new(1, 1);
    private volatile State state;

    public PublishedActivities(IOptions<EngineOptions> options, WellKnownTypes types, IServiceScopeFactory scopes)
    {
        ArgumentNullException.ThrowIfNull(options);
        (this.scopes, this.types) = (scopes, types);
        inCode = ActivityRegistry.FromAssemblies(options.Value.ActivityAssemblies);
        state = new("", inCode);
    }

    /// <inheritdoc />
    public IReadOnlyCollection<ActivityDescriptor> ListAll() => state.Registry.ListAll();

    /// <inheritdoc />
    public ActivityDescriptor? Find(string type) => state.Registry.Find(type);

    /// <inheritdoc />
    public ActivityDescriptor? Find(string type, int version) => state.Registry.Find(type, version);

    /// <summary>The registry as the database has it now; the same object as long as nothing has changed.</summary>
    public async ValueTask<IActivityRegistry> CurrentAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await CurrentAsync(scope.ServiceProvider.GetRequiredService<SendDbContext>(), ct);
    }

    /// <summary>As <see cref="CurrentAsync(CancellationToken)"/>, with the connection of a step.</summary>
    internal async ValueTask<IActivityRegistry> CurrentAsync(SendDbContext db, CancellationToken ct)
    {
        var rows = db.Set<StoredDefinition>().AsNoTracking().Where(row => row.UsableAsActivity && row.PublishedAt != null);
        var known = await rows.OrderBy(row => row.Id).Select(row => new { row.Id, row.IsPublished }).ToListAsync(ct);
        var stamp = string.Join(';', known.Select(row => $"{row.Id}{(row.IsPublished ? "+" : "-")}"));
        if (state.Stamp == stamp)
        {
            return state.Registry;
        }

        await gate.WaitAsync(ct);
        try
        {
            if (state.Stamp == stamp)
            {
                return state.Registry; // another request has read them while this one waited
            }

            var stored = await rows.OrderBy(row => row.Id).Select(row => new { row.DefinitionId, row.IsPublished, row.Json }).ToListAsync(ct);
            var descriptors = stored.SelectMany(row => WorkflowActivities.Describe([WorkflowDefinition.Parse(row.Json, row.DefinitionId)], types)
                .Select(descriptor => descriptor with { IsBrowsable = row.IsPublished }));
            state = new(stamp, inCode.With(descriptors));
            return state.Registry;
        }
        finally
        {
            gate.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => gate.Dispose();

    private sealed record State(string Stamp, ActivityRegistry Registry);
}
