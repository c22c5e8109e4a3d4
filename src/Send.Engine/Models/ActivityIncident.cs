namespace Send.Engine.Models;

/// <summary>Something that went wrong in an activity; kept with the instance.</summary>
/// <param name="ActivityId">Id of the activity in the definition.</param>
/// <param name="ActivityNodeId">Path of the activity in the definition.</param>
/// <param name="ActivityType">Type name of the activity.</param>
/// <param name="Message">The exception's message.</param>
/// <param name="Exception">The exception without its stack.</param>
/// <param name="Timestamp">When, UTC.</param>
public sealed record ActivityIncident(
    string ActivityId, string ActivityNodeId, string ActivityType, string Message, ExceptionState? Exception, DateTimeOffset Timestamp);

/// <summary>An exception as it is kept: type, message, stack and cause.</summary>
/// <param name="Type">Full name of the exception's type.</param>
/// <param name="Message">Its message.</param>
/// <param name="StackTrace">Its stack, if it was thrown.</param>
/// <param name="InnerException">Its cause.</param>
public sealed record ExceptionState(string Type, string Message, string? StackTrace, ExceptionState? InnerException)
{
    /// <summary>Captures an exception and its causes.</summary>
    public static ExceptionState? FromException(Exception? exception) => exception is null
        ? null
        : new(exception.GetType().FullName ?? exception.GetType().Name, exception.Message, exception.StackTrace, FromException(exception.InnerException));
}

/// <summary>The outcomes that an activity completed with; they choose the connections that a flowchart follows.</summary>
/// <param name="Names">Names of the outcomes.</param>
public sealed record Outcomes(params string[] Names)
{
    /// <summary>The implicit <c>Done</c>.</summary>
    public static readonly Outcomes Default = new("Done");

    /// <summary>None: no connection is followed.</summary>
    public static readonly Outcomes Empty = new();
}
