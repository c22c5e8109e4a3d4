namespace Send.Engine.Exceptions;

/// <summary>An input of an activity could not be evaluated; the cause is the inner exception.</summary>
public sealed class InputEvaluationException(string inputName, Exception innerException)
    : Exception($"Failed to evaluate activity input '{inputName}'", innerException)
{
    /// <summary>Name of the input.</summary>
    public string InputName { get; } = inputName;
}
