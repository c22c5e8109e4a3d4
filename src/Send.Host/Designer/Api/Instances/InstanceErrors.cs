using Send.Core.Results;
using Send.Host.Infrastructure.Web;

namespace Send.Host.Designer.Api.Instances;

/// <summary>Refusals of this part of the API.</summary>
internal static class InstanceErrors
{
    public static IResult NotFound(string detail) => Problems.Of([new Error("instance.not-found", detail, Kind: ErrorKind.NotFound)]);

    public static Error Missing(string id) => new("instance.not-found", $"There is no workflow instance “{id}”.", Kind: ErrorKind.NotFound);
}
