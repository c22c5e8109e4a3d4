using System.Security.Claims;
using Send.Host.Infrastructure.Identity;
using Send.Host.Infrastructure.Web;

namespace Send.Host.Designer.Simulation;

/// <summary>`/api/simulations`: what a workflow would do.</summary>
internal static class SimulationEndpoints
{
    public static void MapSimulations(this IEndpointRouteBuilder app) =>
        app.MapApi("/simulations", "Designer").MapPost("", RunAsync).Finds<SimulationResult>().TakesJson().WithName("simulate")
            .WithSummary("Runs a version of a workflow, a draft too, with chosen answers on a virtual clock. Nothing is written and nothing leaves: the answer says what would happen.")
            .WithDescription("Only `definitionId` is needed. Tasks are done with the example values of their forms and their first outcome, unless `answers` says otherwise; `events` happen to the "
                + "case on their day. With `allPaths` it runs again and again with other outcomes until every way was taken or a limit is reached. One at a time for each person: a second one is refused with 409.");

    private static async Task<IResult> RunAsync(SimulationRequest body, SimulationDesk desk, ClaimsPrincipal user, CancellationToken ct) =>
        (await desk.RunAsync(body, user.Actor(), progress: null, ct)).ToHttp();
}
