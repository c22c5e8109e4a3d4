using Microsoft.EntityFrameworkCore;
using Send.Persistence;
using Send.Persistence.Workflows;

namespace Send.Host.Designer.Api.Instances;

/// <summary>The part of the Elsa API about instances.</summary>
internal static class InstanceApi
{
    public static IServiceCollection AddInstanceApi(this IServiceCollection services) =>
        services.AddScoped<CaseNames>().AddScoped<InstanceSearch>().AddScoped<RunWorkflow>().AddScoped<InstanceControl>();

    public static void MapInstanceApi(this IEndpointRouteBuilder api)
    {
        ArgumentNullException.ThrowIfNull(api);
        var instances = api.MapGroup("/workflow-instances");
        instances.MapGet("", async (HttpRequest request, InstanceSearch search, CancellationToken ct) =>
            ElsaJson.Ok(await search.FindAsync(InstanceSearchRequest.Of(request.Query), ct)));
        instances.MapPost("", async (HttpRequest request, InstanceSearch search, CancellationToken ct) =>
            ElsaJson.Ok(await search.FindAsync(await ElsaJson.ReadAsync<InstanceSearchRequest>(request, ct), ct)));
        instances.MapGet("/{id}", GetAsync);
        instances.MapGet("/{id}/execution-state", StateAsync);
        instances.MapJournal();
        instances.MapVariables();
        api.MapExecutions();
        api.MapRuns();
        api.MapControl();
        api.MapOutside();
        api.MapExports();
    }

    private static async Task<IResult> GetAsync(string id, SendDbContext db, CaseNames names, CancellationToken ct)
    {
        if (await db.Set<StoredInstance>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, ct) is not { } row)
        {
            return InstanceErrors.NotFound(id);
        }

        var code = row.Name ?? (await names.OfAsync([row.CorrelationId], ct)).GetValueOrDefault(row.CorrelationId ?? "");
        return StateJson.Ok(InstanceModel.Of(row, code));
    }

    private static async Task<IResult> StateAsync(string id, SendDbContext db, CancellationToken ct) =>
        await db.Set<StoredInstance>().AsNoTracking().Where(row => row.Id == id).Select(row => new { row.Status, row.SubStatus, row.UpdatedAt }).FirstOrDefaultAsync(ct) is { } state
            ? ElsaJson.Ok(new { status = state.Status, subStatus = state.SubStatus, workflowSubStatus = state.SubStatus, updatedAt = state.UpdatedAt })
            : InstanceErrors.NotFound(id);
}
