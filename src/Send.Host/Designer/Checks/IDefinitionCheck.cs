using Send.Engine.Definitions;

namespace Send.Host.Designer.Checks;

/// <summary>Looks for what is wrong with a workflow definition before it is published.</summary>
internal interface IDefinitionCheck
{
    /// <summary>The findings, errors first. Definitions with an error must not be published; warnings need a person's consent.</summary>
    /// <param name="definition">The definition; it need not compile.</param>
    /// <param name="language">Language of the messages, `en` or `it`.</param>
    /// <param name="ct">Cancels the check.</param>
    Task<IReadOnlyList<DefinitionFinding>> CheckAsync(WorkflowDefinition definition, string language, CancellationToken ct);
}

/// <summary>Something to say about a definition.</summary>
/// <param name="Severity">Whether it blocks.</param>
/// <param name="Code">Stable code such as `activity.unreachable`.</param>
/// <param name="Message">What and what to do, in the asked language.</param>
/// <param name="ActivityId">The activity to blame; null for the definition as a whole.</param>
/// <param name="Input">The activity's input to blame, by its technical name.</param>
internal sealed record DefinitionFinding(FindingSeverity Severity, string Code, string Message, string? ActivityId = null, string? Input = null);

/// <summary>Whether a finding blocks publishing.</summary>
internal enum FindingSeverity
{
    /// <summary>Blocks.</summary>
    Error,

    /// <summary>Asks.</summary>
    Warning,
}
