using Send.Core.Processes;

namespace Send.Persistence.Workflows;

/// <summary>Runs the faulted activities of an instance again (all, or those of these ids) and resolves their incidents. The step is refused with `instance.not-found`, or with
/// `instance.nothing-faulted` when there is nothing to run again.</summary>
public sealed record RetryInstance(string InstanceId, IReadOnlyCollection<string>? ActivityIds = null) : ProcessStimulus;

/// <summary>Gives variables of a running instance other values, by id or name. The step is refused with `instance.not-found`, `instance.ended`, and with `variable.unknown` or
/// `variable.value`, whose field is the pointer `/variables/{name}`.</summary>
public sealed record WriteVariables(string InstanceId, IReadOnlyDictionary<string, object?> Values) : ProcessStimulus;

/// <summary>Moves an instance to another version of its definition, with values for variables that are new there. The step is refused with `instance.not-found`,
/// `definition.not-found`, `instance.move-blocked` (<see cref="Send.Engine.Migration.VersionMove.Check"/> says why) and the refusals of <see cref="WriteVariables"/>.</summary>
public sealed record MoveInstance(string InstanceId, string DefinitionVersionId, IReadOnlyDictionary<string, object?>? Values = null) : ProcessStimulus;
