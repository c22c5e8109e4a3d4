using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Send.Engine.Execution;
using Send.Engine.Serialization;
using Send.Engine.State;
using Send.Host.Designer.Api.Descriptors;
using Send.Host.Infrastructure.Identity;
using Send.Host.Infrastructure.Web;
using Send.Persistence;
using Send.Persistence.Workflows;

namespace Send.Host.Designer.Api.Instances;

/// <summary>The variables of an instance: shown, and changed while it runs.</summary>
internal static class VariableEndpoints
{
    public static void MapVariables(this IEndpointRouteBuilder instances)
    {
        instances.MapGet("/{id}/variables", ListAsync);
        instances.MapMethods("/{id}/variables", [HttpMethods.Post, HttpMethods.Put], WriteAsync).RequireAuthorization(Policies.Runner);
    }

    private static async Task<IResult> ListAsync(string id, SendDbContext db, IDefinitionSource definitions, CancellationToken ct)
    {
        if (await db.Set<StoredInstance>().AsNoTracking().Where(row => row.Id == id).Select(row => row.State).FirstOrDefaultAsync(ct) is not { } json)
        {
            return InstanceErrors.NotFound(id);
        }

        var state = WorkflowStateSerializer.Deserialize(json);
        var workflow = await definitions.FindByVersionIdAsync(state.DefinitionVersionId, ct);
        IReadOnlyList<VariableModel> variables = workflow is null
            ? []
            : [.. VariableValues.Read(workflow, state).Select(one => new VariableModel(one.Variable.Id, one.Variable.Name, one.Value))];
        return StateJson.Ok(new ListAnswer<VariableModel>(variables));
    }

    private static async Task<IResult> WriteAsync(string id, HttpContext context, InstanceControl control, SendDbContext db, IDefinitionSource definitions, CancellationToken ct)
    {
        var request = await ElsaJson.ReadAsync<WriteRequest>(context.Request, ct);
        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var variable in request.Variables ?? [])
        {
            var name = variable.Id is { Length: > 0 } key ? key : variable.Name is { Length: > 0 } other ? other : throw new BadHttpRequestException("Each variable needs its “id” or its “name”.");
            values[name] = variable.Value.ValueKind == JsonValueKind.Undefined ? null : PlainJson.FromElement(variable.Value);
        }

        if (values.Count > 0)
        {
            var result = await control.WriteAsync(id, values, context.User.Actor(), ct);
            if (!result.IsSuccess)
            {
                return Problems.Of(result.Errors);
            }
        }

        return await ListAsync(id, db, definitions, ct);
    }

    private sealed record VariableModel(string Id, string Name, object? Value);

    private sealed record WriteRequest(IReadOnlyList<VariableValue>? Variables);

    private sealed record VariableValue(string? Id, string? Name, JsonElement Value);
}
