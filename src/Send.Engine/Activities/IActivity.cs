namespace Send.Engine;

/// <summary>
/// One step of a workflow. An instance is built once when a definition is compiled and then shared by all workflow instances and
/// threads: it must keep nothing about a run in its own fields.
/// </summary>
public interface IActivity
{
    /// <summary>Id within the definition.</summary>
    string Id { get; set; }

    /// <summary>Path from the root, unique within a compiled workflow, for example <c>Workflow1:flow:a</c>.</summary>
    string NodeId { get; set; }

    /// <summary>Name that people gave it.</summary>
    string? Name { get; set; }

    /// <summary>Type name, for example <c>Elsa.WriteLine</c>.</summary>
    string Type { get; set; }

    /// <summary>Version of the activity type.</summary>
    int Version { get; set; }

    /// <summary>Settings such as canStartWorkflow; plain data.</summary>
    IDictionary<string, object?> CustomProperties { get; set; }

    /// <summary>Values of inputs and outputs that exist only in the descriptor (workflows used as activities).</summary>
    IDictionary<string, object?> SyntheticProperties { get; set; }

    /// <summary>Layout and display text of the designer; plain data.</summary>
    IDictionary<string, object?> Metadata { get; set; }

    /// <summary>False leaves the activity pending.</summary>
    ValueTask<bool> CanExecuteAsync(ActivityExecutionContext context);

    /// <summary>Runs the activity.</summary>
    ValueTask ExecuteAsync(ActivityExecutionContext context);
}

/// <summary>An activity with an output named Result.</summary>
public interface IActivityWithResult
{
    /// <summary>The result; null if no variable captures it.</summary>
    Models.Output? Result { get; }
}

/// <summary>An activity that declares variables for what it contains.</summary>
public interface IVariableContainer
{
    /// <summary>Variables that live as long as the activity's execution.</summary>
    ICollection<Memory.Variable> Variables { get; }
}

/// <summary>An activity that can start a workflow.</summary>
public interface ITrigger : IActivity
{
    /// <summary>The stimuli that start the workflow at this activity.</summary>
    ValueTask<IEnumerable<object>> GetTriggerPayloadsAsync(TriggerIndexingContext context);
}

/// <summary>An activity after which its container ends.</summary>
public interface ITerminalNode;

/// <summary>Runs an activity, or resumes it.</summary>
public delegate ValueTask ExecuteActivityDelegate(ActivityExecutionContext context);

/// <summary>Called on the owner when an activity it scheduled has completed. Found again by method name after a suspension.</summary>
public delegate ValueTask ActivityCompletionCallback(ActivityCompletedContext context);
