using Jint;
using Jint.Native;
using Jint.Runtime;
using Jint.Runtime.Descriptors;
using Jint.Runtime.Interop;

namespace Send.Engine.Expressions.JavaScript;

/// <summary>Makes the names that one script uses, and takes back what it assigned to <c>variables</c>.</summary>
internal sealed class ScriptGlobals(Jint.Engine engine, ExpressionScope scope, ExpressionEvaluatorOptions options)
{
    private const string VariablesName = "variables";

    // Value types whose members only compute. Members that read the machine's clock are filtered out by the engine's type resolver.
    private static readonly Dictionary<string, Type> ValueTypes = new(StringComparer.Ordinal)
    {
        ["TimeSpan"] = typeof(TimeSpan),
        ["DateTimeOffset"] = typeof(DateTimeOffset),
        ["DateTime"] = typeof(DateTime),
        ["DateOnly"] = typeof(DateOnly),
        ["TimeOnly"] = typeof(TimeOnly),
        ["Guid"] = typeof(Guid),
    };

    /// <summary>Classes that scripts may use, by their names.</summary>
    public static IReadOnlyDictionary<string, Type> ClassNames => ValueTypes;

    private readonly Dictionary<string, JsValue> handedOut = new(StringComparer.Ordinal);
    private readonly ExposedValues exposed = new();
    private JsObject? variables;

    public void Bind(PreparedScript script)
    {
        foreach (var name in script.UsesAnyName ? AllNames() : script.FreeNames)
        {
            if (Resolve(name) is { } value)
            {
                engine.Global.FastSetProperty(name, new PropertyDescriptor(value, writable: true, enumerable: false, configurable: true));
            }
        }
    }

    /// <summary>Writes what the script put into <c>variables.x</c>.</summary>
    public void TakeBack()
    {
        if (variables is null)
        {
            return;
        }

        foreach (var key in variables.GetOwnPropertyKeys(Types.String))
        {
            var name = key.ToString();
            var value = variables.Get(key);
            var isUnchanged = handedOut.TryGetValue(name, out var before) && ReferenceEquals(before, value) && value is not (JsObject or JsArray);
            if (!isUnchanged && !value.IsUndefined() && !value.IsNull())
            {
                scope.SetVariable(name, ScriptValue.ToClr(value));
            }
        }
    }

    /// <summary>Makes sure that what the script changed in place can be stored; to be called also after an error.</summary>
    public void CheckExposed()
    {
        if (exposed.Cut())
        {
            throw new ExpressionException(ExpressionErrorKind.Limit, "The script put a value into itself, or made one too large or too deep to be stored.");
        }
    }

    private JsValue? Resolve(string name)
    {
        if (ScriptFunctions.All.TryGetValue(name, out var function))
        {
            return Function(name, arguments => function(scope, arguments));
        }

        return name switch
        {
            VariablesName => CreateVariables(),
            "setVariable" => Function(name, arguments => Set(arguments.At(0).ToString(), arguments.At(1))),
            "setOutcome" or "setOutcomes" when scope.Context.ActivityExecutionContext is { Activity: Activities.RunJavaScript } activity =>
                Function(name, arguments => SetOutcomes(activity, arguments.At(0))),
            _ when ValueTypes.TryGetValue(name, out var type) => TypeReference.CreateTypeReference(engine, type),
            _ when name.Length > 3 && name.StartsWith("get", StringComparison.Ordinal) => Getter(name, name[3..]),
            _ when name.Length > 3 && name.StartsWith("set", StringComparison.Ordinal) => Setter(name, name[3..]),
            _ => null,
        };
    }

    private ClrFunction? Getter(string name, string member)
    {
        if (options.Arguments.TryGetValue(member, out var argument))
        {
            return Function(name, _ => argument);
        }

        if (Output(member) is { } output)
        {
            return Function(name, _ => scope.Workflow?.GetActivityOutput(output.ActivityId, output.Name));
        }

        // Inside a workflow that is used as an activity, variables come first: its inputs may have the same names as the outer workflow's.
        if (!scope.IsInsideWorkflowActivity && scope.IsDeclaredInput(member))
        {
            return Function(name, _ => scope.GetInput(member));
        }

        if (scope.FindByPascalName(member) is { } variable)
        {
            return Function(name, _ => scope.GetVariable(variable.Name));
        }

        return scope.IsDeclaredInput(member) ? Function(name, _ => scope.GetInput(member)) : null;
    }

    private ClrFunction? Setter(string name, string member)
        => scope.FindByPascalName(member) is { } variable ? Function(name, arguments => Set(variable.Name, arguments.At(0))) : null;

    // getResultFromAskBoss: the output "Result" of the activity named "AskBoss".
    private (string ActivityId, string Name)? Output(string member)
    {
        var at = member.IndexOf("From", 1, StringComparison.Ordinal);
        if (at < 0 || scope.Workflow is not { } workflow)
        {
            return null;
        }

        var activityName = member[(at + 4)..];
        var node = workflow.Workflow.Nodes.FirstOrDefault(node => node.Activity.Name is { Length: > 0 } name && ExpressionScope.Pascalize(name) == activityName);
        return node is null ? null : (node.Activity.Id, member[..at]);
    }

    private object? Set(string name, JsValue value)
    {
        scope.SetVariable(name, ScriptValue.ToClr(value));
        if (variables is not null)
        {
            variables.Set(name, value);
            handedOut[name] = value;
        }

        return null;
    }

    private static object? SetOutcomes(ActivityExecutionContext activity, JsValue outcomes)
    {
        activity.TransientProperties[Activities.RunJavaScript.OutcomesKey] = outcomes is JsArray list ? list.Select(item => item.ToString()).ToArray() : new[] { outcomes.ToString() };
        return null;
    }

    private JsObject CreateVariables()
    {
        variables = new JsObject(engine);
        foreach (var (variable, block) in scope.Variables)
        {
            if (ExpressionScope.IsIdentifier(variable.Name) && !handedOut.ContainsKey(variable.Name))
            {
                var value = ScriptValue.Copy(engine, block.Value);
                handedOut[variable.Name] = value;
                variables.Set(variable.Name, value);
            }
        }

        return variables;
    }

    private IEnumerable<string> AllNames()
    {
        var accessors = scope.Variables.Select(found => ExpressionScope.Pascalize(found.Variable.Name)).SelectMany(name => new[] { "get" + name, "set" + name });
        var inputs = scope.DeclaredInputs.Select(name => "get" + name);
        return [.. ScriptFunctions.All.Keys, VariablesName, "setVariable", .. ValueTypes.Keys, .. accessors, .. inputs, .. options.Arguments.Keys.Select(name => "get" + name)];
    }

    private ClrFunction Function(string name, Func<JsValue[], object?> function)
        => new(engine, name, (_, arguments) =>
        {
            var value = function(arguments);
            exposed.Add(value);
            return ScriptValue.ToScript(engine, value);
        });
}
