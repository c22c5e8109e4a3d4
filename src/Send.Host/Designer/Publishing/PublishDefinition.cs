using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Send.Core.Processes;
using Send.Core.Results;
using Send.Core.Staff;
using Send.Engine.Definitions;
using Send.Host.Designer.Checks;
using Send.Persistence;
using Send.Persistence.Workflows;

namespace Send.Host.Designer.Publishing;

/// <summary>Publishes the newest version of a definition after its checks. Errors block. Warnings need consent: the first attempt is refused with the list, and a second one of the
/// same person on the same content, on whatever host, goes through.</summary>
internal sealed class PublishDefinition(IProcessRunner runner, TimeProvider clock)
{
    /// <summary>Publishes, or says why not; only unknown and read-only definitions are refusals of the result.</summary>
    /// <param name="definitionId">Which.</param>
    /// <param name="actor">Who; must have the permission to publish.</param>
    /// <param name="acceptWarnings">True when the person has seen the warnings and wants it all the same.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Result<PublishAnswer>> RunAsync(string definitionId, Actor actor, bool acceptWarnings, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (!actor.Can(Permission.PublishProcesses))
        {
            return new Error("definition.may-not-publish", "You may not publish workflows.", Kind: ErrorKind.Forbidden);
        }

        try
        {
            return await runner.RunAsync((ProcessStep step, CancellationToken token) => PublishAsync(step, definitionId, actor, acceptWarnings, token), ct);
        }
        catch (DefinitionException e)
        {
            // A workflow that contains this one does not compile with it.
            return new Error("definition.invalid", e.Message);
        }
    }

    private async Task<Result<PublishAnswer>> PublishAsync(ProcessStep step, string definitionId, Actor actor, bool acceptWarnings, CancellationToken ct)
    {
        var db = (SendDbContext)step.Data;
        var row = await db.Set<StoredDefinition>().FirstOrDefaultAsync(stored => stored.DefinitionId == definitionId && stored.IsLatest, ct);
        if (row is null)
        {
            return new Error("definition.not-found", $"There is no workflow definition '{definitionId}'.", Kind: ErrorKind.NotFound);
        }

        if (row.IsPublished)
        {
            return new PublishAnswer(PublishStatus.AlreadyPublished, row, [], []);
        }

        if (row.IsReadonly)
        {
            return DefinitionStore.ReadOnly(row);
        }

        var findings = await CheckAsync(step.Services, row, actor.Language, ct);
        if (findings.Any(finding => finding.Severity == FindingSeverity.Error))
        {
            return new PublishAnswer(PublishStatus.Blocked, row, findings, []);
        }

        if (findings.Count > 0 && !acceptWarnings && (row.WarnedById != actor.Id || row.WarnedRevision != row.Revision))
        {
            row.WarnedById = actor.Id;
            row.WarnedRevision = row.Revision;
            return new PublishAnswer(PublishStatus.NeedsConsent, row, findings, []);
        }

        var change = actor.Change(clock);
        var note = findings.Count == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"{findings.Count} warnings accepted: {string.Join(", ", findings.Select(finding => finding.Code).Distinct())}");
        var published = await step.Services.GetRequiredService<DefinitionStore>().PublishAsync(definitionId, change, ct, note);
        if (!published.IsSuccess)
        {
            return published.Errors[0];
        }

        var definition = WorkflowDefinition.Parse(row.Json, definitionId);
        IReadOnlyList<StoredDefinition> consumers = definition.Options is { UsableAsActivity: true, AutoUpdateConsumingWorkflows: true }
            ? await step.Services.GetRequiredService<DefinitionReferences>().UpdateAsync(row, change, ct)
            : [];
        return new PublishAnswer(PublishStatus.Published, row, findings, consumers);
    }

    /// <summary>The findings of the check, errors first; what does not compile is always one.</summary>
    private static async Task<IReadOnlyList<DefinitionFinding>> CheckAsync(IServiceProvider services, StoredDefinition row, string language, CancellationToken ct)
    {
        var findings = new List<DefinitionFinding>();
        if (row.Problem is { } problem)
        {
            findings.Add(new(FindingSeverity.Error, "definition.compile", problem));
        }

        findings.AddRange(await services.GetRequiredService<IDefinitionCheck>().CheckAsync(WorkflowDefinition.Parse(row.Json, row.DefinitionId), language, ct));
        return findings;
    }
}

/// <summary>What became of an attempt to publish.</summary>
/// <param name="Status">Which.</param>
/// <param name="Row">The newest version, published or not.</param>
/// <param name="Findings">What the checks found, errors first.</param>
/// <param name="Consumers">Versions of other workflows that were brought to this one.</param>
internal sealed record PublishAnswer(PublishStatus Status, StoredDefinition Row, IReadOnlyList<DefinitionFinding> Findings, IReadOnlyList<StoredDefinition> Consumers);

/// <summary>The ways in which an attempt to publish ends.</summary>
internal enum PublishStatus
{
    /// <summary>It is published now.</summary>
    Published,

    /// <summary>It was before; nothing was done.</summary>
    AlreadyPublished,

    /// <summary>There are errors.</summary>
    Blocked,

    /// <summary>There are warnings which this person has been told now.</summary>
    NeedsConsent,
}
