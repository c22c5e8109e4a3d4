using Send.Engine.Attributes;
using Send.Engine.Definitions;
using Send.Engine.Execution;
using Send.Engine.Memory;
using Send.Engine.Models;
using Send.Engine.UIHints;

namespace Send.Engine.Activities;

/// <summary>Gives a variable a value. The variable is found by id, looking outwards.</summary>
[Activity("Elsa", "Primitives", "Gives a variable a value.")]
public sealed class SetVariable : CodeActivity, IReadsDefinition
{
    /// <summary>The variable; only its id counts.</summary>
    [Input(Description = "The variable.", UIHint = InputUIHints.VariablePicker)]
    public Variable? Variable { get; set; }

    /// <summary>The value; it is converted to the variable's type.</summary>
    [Input(Description = "The value.")]
    public Input<object>? Value { get; set; }

    void IReadsDefinition.Read(DefinitionContext context) => Variable = context.Variable("variable");

    /// <inheritdoc />
    protected override void Execute(ActivityExecutionContext context)
    {
        var variable = Variable ?? throw new InvalidOperationException($"Activity '{Id}' names no variable.");
        if (!context.ExpressionExecutionContext.TryGetBlock(variable, out _))
        {
            throw new InvalidOperationException($"No variable with ID '{variable.Id}' is in scope.");
        }

        context.Set(variable, context.Get(Value));
    }
}

/// <summary>Gives an output of the workflow, or of the workflow-as-activity around, a value.</summary>
[Activity("Elsa", "Composition", "Gives an output of the workflow a value.")]
public sealed class SetOutput : CodeActivity
{
    /// <summary>Name of the output; it need not be declared.</summary>
    [Input(DisplayName = "Output", Description = "The output.", UIHint = InputUIHints.OutputPicker)]
    public Input<string>? OutputName { get; set; }

    /// <summary>The value.</summary>
    [Input(Description = "The value.")]
    public Input<object>? OutputValue { get; set; }

    /// <inheritdoc />
    protected override void Execute(ActivityExecutionContext context)
    {
        var name = context.Get(OutputName) ?? "";
        var value = context.Get(OutputValue);
        if (context.GetAncestors().FirstOrDefault(ancestor => ancestor.Activity is WorkflowDefinitionActivity) is { } container)
        {
            container.Set(container.Activity.SyntheticProperties.TryGetValue(name, out var output) ? output as Output : null, value, name);
            return;
        }

        context.WorkflowExecutionContext.Output[name] = value;
    }
}

/// <summary>Names the instance.</summary>
[Activity("Elsa", "Primitives", "Names the workflow instance.")]
public sealed class SetName : CodeActivity
{
    /// <summary>The name.</summary>
    [Input(Description = "The name; usually an expression.")]
    public Input<string>? Value { get; set; }

    /// <inheritdoc />
    protected override void Execute(ActivityExecutionContext context) => context.WorkflowExecutionContext.Name = context.Get(Value);
}

/// <summary>Gives the instance its business key.</summary>
[Activity("Elsa", "Primitives", "Sets the correlation id of the workflow.")]
public sealed class Correlate : CodeActivity
{
    /// <summary>The key.</summary>
    [Input(Description = "The correlation id.")]
    public Input<string>? CorrelationId { get; set; }

    /// <inheritdoc />
    protected override void Execute(ActivityExecutionContext context) => context.WorkflowExecutionContext.CorrelationId = context.Get(CorrelationId);
}

/// <summary>Writes a line to the host's <see cref="IWriteLineSink"/>.</summary>
[Activity("Elsa", "Console", "Writes a line of text.")]
public sealed class WriteLine : CodeActivity
{
    /// <summary>The text.</summary>
    [Input(Description = "The text.")]
    public Input<string>? Text { get; set; }

    /// <inheritdoc />
    protected override void Execute(ActivityExecutionContext context) =>
        context.GetService<IWriteLineSink>()?.WriteLine(context.WorkflowExecutionContext.Id, context.Get(Text));
}
