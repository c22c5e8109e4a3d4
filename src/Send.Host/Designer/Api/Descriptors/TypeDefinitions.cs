using Microsoft.EntityFrameworkCore;
using Send.Engine.Definitions;
using Send.Engine.Expressions;
using Send.Engine.Expressions.JavaScript;
using Send.Persistence;
using Send.Persistence.Workflows;

namespace Send.Host.Designer.Api.Descriptors;

/// <summary>What the editor of scripts needs to complete and check them: TypeScript declarations for the newest version of a definition.</summary>
internal sealed class TypeDefinitions(SendDbContext db, PublishedActivities activities, WellKnownTypes types)
{
    private const string Empty = """{ "definitionId": "none" }""";

    /// <summary>The declarations; those that hold for every workflow when there is no such definition or it cannot be read.</summary>
    public async Task<string> OfAsync(string definitionId, string? activityType, CancellationToken ct)
    {
        var json = await db.Set<StoredDefinition>().AsNoTracking().Where(row => row.DefinitionId == definitionId && row.IsLatest).Select(row => row.Json).FirstOrDefaultAsync(ct);
        return ScriptDeclarations.Of(Read(json, definitionId), await activities.CurrentAsync(ct), types, activityType);
    }

    private static WorkflowDefinition Read(string? json, string definitionId)
    {
        try
        {
            return WorkflowDefinition.Parse(json ?? Empty, definitionId);
        }
        catch (DefinitionException)
        {
            return WorkflowDefinition.Parse(Empty, definitionId);
        }
    }
}
