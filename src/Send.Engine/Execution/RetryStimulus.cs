using Send.Engine.Definitions;

namespace Send.Engine.Execution;

/// <summary>
/// Faulted activities run again, each from its beginning as the same execution, and their incidents are resolved; bookmarks and children
/// that a faulted one still has are given up first. An instance that had ended as Faulted runs on. Ignored if nothing that is asked for has faulted,
/// and for instances that ended otherwise.
/// </summary>
/// <param name="ActivityIds">Ids of activities in the definition; null for all that have faulted.</param>
public sealed record RetryStimulus(IReadOnlyCollection<string>? ActivityIds = null) : Stimulus;

/// <summary>
/// Variables of the workflow get other values, converted to their types; nothing runs. Ignored if the instance has ended. Check the values
/// with <see cref="VariableValues"/> first: a burst throws for a variable that does not exist and for a value that does not convert.
/// </summary>
/// <param name="Values">New values by the variable's id or name.</param>
public sealed record WriteVariablesStimulus(IReadOnlyDictionary<string, object?> Values) : Stimulus;

/// <summary>
/// The instance goes on with another version of its definition, the request's workflow; nothing runs. Check it with
/// <see cref="Migration.VersionMove.Check"/> first: a burst throws <see cref="InvalidOperationException"/> for a move that is not possible.
/// </summary>
/// <param name="From">The version that the state is pinned to.</param>
/// <param name="Values">Values for variables of the new version by id or name; others keep theirs or get their default.</param>
public sealed record MoveStimulus(CompiledWorkflow From, IReadOnlyDictionary<string, object?>? Values = null) : Stimulus;
