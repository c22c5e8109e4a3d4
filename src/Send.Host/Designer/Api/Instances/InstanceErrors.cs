using Send.Core.Results;
using Send.Host.Infrastructure.Web;

namespace Send.Host.Designer.Api.Instances;

/// <summary>Refusals of this part of the API.</summary>
internal static class InstanceErrors
{
    /// <summary>The answer for an instance that is not there.</summary>
    public static IResult NotFound(string id) => Problems.Of([Missing(id)]);

    public static Error Missing(string id) => Unknown($"There is no workflow instance “{id}”.");

    /// <summary>Something of an instance is not there; the message says what.</summary>
    public static Error Unknown(string message) => new("instance.not-found", message, Kind: ErrorKind.NotFound);
}
