using System.Text.RegularExpressions;
using Send.Engine.Memory;

namespace Send.Engine.Expressions;

/// <summary>The names that scripts and templates can use at one place of a running workflow.</summary>
internal sealed partial class ExpressionScope(ExpressionExecutionContext context)
{
    /// <summary>The context of the evaluation.</summary>
    public ExpressionExecutionContext Context => context;

    /// <summary>The instance; null when an expression is evaluated outside of one.</summary>
    public WorkflowExecutionContext? Workflow => context.WorkflowExecutionContext;

    /// <summary>Variables in scope, from the inside out. A name may come twice; the first one counts.</summary>
    public IEnumerable<(Variable Variable, MemoryBlock Block)> Variables
    {
        get
        {
            for (var scope = context; scope is not null; scope = scope.ParentContext)
            {
                foreach (var block in scope.Memory.Blocks.Values)
                {
                    if (block.Metadata is Variable variable)
                    {
                        yield return (variable, block);
                    }
                }
            }
        }
    }

    /// <summary>Value of the nearest variable with this name; null if there is none.</summary>
    public object? GetVariable(string name) => Find(name)?.Block.Value;

    /// <summary>Writes the nearest variable with this name; if there is none, a new one that lives as long as the activity.</summary>
    public void SetVariable(string name, object? value) => context.Set(Find(name)?.Variable ?? new Variable(name), value);

    /// <summary>Value of an input: of the workflow that is used as an activity around this place, or else of the workflow that runs.</summary>
    public object? GetInput(string name)
    {
        if (EnclosingWorkflowActivity is { } activity && activity.TryGetInputValue(name, out var own))
        {
            return own;
        }

        return Workflow is not null && Workflow.Input.TryGetValue(name, out var value) ? value : null;
    }

    /// <summary>True inside of a workflow that another one uses as an activity.</summary>
    public bool IsInsideWorkflowActivity => EnclosingWorkflowActivity is not null;

    /// <summary>Inputs that the workflow declares.</summary>
    public IEnumerable<string> DeclaredInputs => Workflow?.Workflow.Definition.Inputs.Select(input => input.Name) ?? [];

    /// <summary>True if the workflow, or the one used as an activity around this place, declares this input.</summary>
    public bool IsDeclaredInput(string name) => EnclosingWorkflowActivity is { } activity
        ? activity.TryGetInputValue(name, out _)
        : DeclaredInputs.Contains(name, StringComparer.Ordinal);

    private ActivityExecutionContext? EnclosingWorkflowActivity
    {
        get
        {
            var activity = context.ActivityExecutionContext;
            while (activity is not null && (activity.ActivityDescriptor.WorkflowDefinition is null || activity.ParentActivityExecutionContext is null))
            {
                activity = activity.ParentActivityExecutionContext;
            }

            return activity;
        }
    }

    /// <summary>The nearest variable whose name in Pascal case is this one.</summary>
    public Variable? FindByPascalName(string pascalName)
    {
        foreach (var (variable, _) in Variables)
        {
            if (IsIdentifier(variable.Name) && Matches(variable.Name, pascalName))
            {
                return variable;
            }
        }

        return null;
    }

    /// <summary>True if a name can stand in a script.</summary>
    public static bool IsIdentifier(string name) => Identifier().IsMatch(name);

    /// <summary>A name as accessors have it: <c>orderNo</c> and <c>order_no</c> become <c>OrderNo</c>.</summary>
    public static string Pascalize(string name) => WordStart().Replace(name, static match => match.Groups["letter"].Value.ToUpperInvariant());

    private static bool Matches(string name, string pascalName) => name.Length > 0 && !name.Contains('_', StringComparison.Ordinal)
        ? name.Length == pascalName.Length && char.ToUpperInvariant(name[0]) == pascalName[0] && name.AsSpan(1).SequenceEqual(pascalName.AsSpan(1))
        : string.Equals(Pascalize(name), pascalName, StringComparison.Ordinal);

    private (Variable Variable, MemoryBlock Block)? Find(string name)
    {
        foreach (var found in Variables)
        {
            if (string.Equals(found.Variable.Name, name, StringComparison.Ordinal))
            {
                return found;
            }
        }

        return null;
    }

    [GeneratedRegex(@"^[\p{L}_$][\p{L}\p{Nd}_$]*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Identifier();

    [GeneratedRegex(@"(?:[ _-]+|^)(?<letter>\p{L})", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex WordStart();
}
