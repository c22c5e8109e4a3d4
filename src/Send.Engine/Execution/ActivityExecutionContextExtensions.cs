using Send.Engine.Expressions;
using Send.Engine.Memory;
using Send.Engine.Models;

namespace Send.Engine.Extensions;

/// <summary>Short forms that Elsa's activities are written with.</summary>
public static class ActivityExecutionContextExtensions
{
    /// <summary>Value of an input.</summary>
    public static T? Get<T>(this Input<T>? input, ActivityExecutionContext context) => context.Get(input);

    /// <summary>Value of an input, or a default if nothing is given.</summary>
    public static T? GetOrDefault<T>(this Input<T>? input, ActivityExecutionContext context, Func<T>? defaultValue = null) =>
        context.GetInputValue(input) is null && defaultValue is not null ? defaultValue() : context.Get(input);

    /// <summary>Sets an output.</summary>
    public static void Set<T>(this Output<T>? output, ActivityExecutionContext context, T? value, string outputName = "Result") => context.Set(output, value, outputName);

    /// <summary>A value of the workflow's input, converted leniently; the type's default if there is none.</summary>
    public static T? GetWorkflowInput<T>(this ActivityExecutionContext context, string key) => context.TryGetWorkflowInput<T>(key, out var value) ? value : default;

    /// <summary>Reads a value of the workflow's input, if there is one.</summary>
    public static bool TryGetWorkflowInput<T>(this ActivityExecutionContext context, string key, out T? value)
    {
        var isGiven = context.WorkflowInput.TryGetValue(key, out var given);
        value = isGiven ? ObjectConverter.ConvertTo<T>(given) : default;
        return isGiven;
    }

    /// <summary>Value of the nearest variable with this name, converted leniently; the type's default if there is none.</summary>
    public static T? GetVariable<T>(this ActivityExecutionContext context, string name) =>
        context.Find(name) is { } variable ? context.Get<T>(variable) : default;

    /// <summary>Writes the nearest variable with this name; if there is none, one that lives as long as this execution.</summary>
    public static Variable SetVariable(this ActivityExecutionContext context, string name, object? value)
    {
        var variable = context.Find(name) ?? new Variable(name);
        context.Set(variable, value);
        return variable;
    }

    private static Variable? Find(this ActivityExecutionContext context, string name)
    {
        for (var scope = context; scope is not null; scope = scope.ParentActivityExecutionContext)
        {
            if (scope.Variables.FirstOrDefault(variable => string.Equals(variable.Name, name, StringComparison.Ordinal)) is { } variable)
            {
                return variable;
            }
        }

        return null;
    }
}
