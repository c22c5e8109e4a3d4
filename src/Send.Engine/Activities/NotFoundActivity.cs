using System.ComponentModel;
using Send.Engine.Attributes;

namespace Send.Engine.Activities;

/// <summary>Stands for an activity whose type nobody registered; faults when it runs.</summary>
[Activity("Elsa", "System", "Stands for an activity whose type is not known.")]
[Browsable(false)]
public sealed class NotFoundActivity : CodeActivity
{
    /// <summary>The type that the definition asks for.</summary>
    public string MissingTypeName { get; set; } = "";

    /// <summary>Elsa reports version 0 here whatever the definition says, and so does this.</summary>
    public int MissingTypeVersion { get; set; }

    /// <inheritdoc />
    protected override void Execute(ActivityExecutionContext context) =>
        throw new InvalidOperationException($"Activity type '{MissingTypeName}' version '{MissingTypeVersion}' could not be found.");
}
