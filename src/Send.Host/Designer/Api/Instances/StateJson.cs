using Send.Engine.Serialization;

namespace Send.Host.Designer.Api.Instances;

/// <summary>Answers that carry values of workflows: written as the engine writes them, because they may be anything, not-a-number too.</summary>
internal static class StateJson
{
    public static IResult Ok<T>(T value) => Results.Json(value, PlainJson.Options);
}
