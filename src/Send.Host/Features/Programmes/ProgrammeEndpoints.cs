using Send.Core.Reference;
using Send.Core.Results;
using Send.Host.Infrastructure.Web;

namespace Send.Host.Features.Programmes;

/// <summary>`/api/programmes`: the programme types, their workflow, limits and stages.</summary>
internal static class ProgrammeEndpoints
{
    public static void MapProgrammes(this IEndpointRouteBuilder app)
    {
        var programmes = app.MapApi("/programmes", "Programmes");
        programmes.MapGet("", (ReferenceData reference) => new Page<ProgrammeType>([.. reference.Programmes.Select(ProgrammeType.Of)], null))
            .Produces<Page<ProgrammeType>>().WithName("listProgrammes").WithSummary("The programme types.");
        programmes.MapGet("/{code}", Get).Finds<ProgrammeType>().WithName("getProgramme").WithSummary("One programme type, by code or workflow id.");
    }

    private static IResult Get(string code, ReferenceData reference) => reference.Programme(code) is { } programme
        ? Results.Ok(ProgrammeType.Of(programme))
        : Problems.Of([new Error("programme.not-found", $"There is no programme “{code}”.", null, ErrorKind.NotFound)]);
}
