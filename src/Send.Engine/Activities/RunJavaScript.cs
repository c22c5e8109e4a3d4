using System.Reflection;
using Send.Engine.Attributes;
using Send.Engine.Expressions;
using Send.Engine.Models;
using Send.Engine.UIHints;

namespace Send.Engine.Activities;

/// <summary>Runs a script. What it returns is the result; <c>setOutcome("X")</c> or <c>setOutcomes(["X", "Y"])</c> choose where it goes on, Done if they are not called.</summary>
[Activity("Elsa", "Scripting", "Executes JavaScript code", DisplayName = "Run JavaScript")]
public sealed class RunJavaScript : Activity<object>
{
    /// <summary>Under this key the script leaves its outcomes.</summary>
    internal static readonly object OutcomesKey = new();

    /// <summary>The script.</summary>
    [Input(Description = "The script to run.", DefaultSyntax = "JavaScript", UIHint = InputUIHints.CodeEditor, UIHandler = typeof(ScriptEditor))]
    public Input<string> Script { get; set; } = new("");

    /// <summary>Outcomes that the script may choose, each a port.</summary>
    [Input(Description = "A list of possible outcomes.", UIHint = InputUIHints.DynamicOutcomes, UIHandler = typeof(DoneOutcome))]
    public Input<ICollection<string>> PossibleOutcomes { get; set; } = new(new List<string>());

    /// <inheritdoc />
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        if (context.Get(Script) is { } script && !string.IsNullOrWhiteSpace(script))
        {
            var evaluator = context.GetRequiredService<IExpressionEvaluator>();
            context.SetResult(await evaluator.EvaluateAsync<object>(new Expression("JavaScript", script), context.ExpressionExecutionContext));
        }

        await context.CompleteActivityWithOutcomesAsync(context.TransientProperties.Remove(OutcomesKey, out var chosen) ? (string[])chosen : ["Done"]);
    }
}

/// <summary>Tells the designer the language of a script.</summary>
internal sealed class ScriptEditor : IPropertyUIHandler
{
    /// <inheritdoc />
    public float Priority => 0;

    /// <inheritdoc />
    public ValueTask<IDictionary<string, object>> GetUIPropertiesAsync(PropertyInfo propertyInfo, object? context, CancellationToken cancellationToken = default) =>
        new(new Dictionary<string, object>(StringComparer.Ordinal)
        {
            [InputUIHints.CodeEditor] = new Dictionary<string, string>(StringComparer.Ordinal) { ["language"] = "javascript" },
        });
}

/// <summary>Tells the designer that the outcome Done is there beside those of a list.</summary>
internal sealed class DoneOutcome : IPropertyUIHandler
{
    /// <inheritdoc />
    public float Priority => 0;

    /// <inheritdoc />
    public ValueTask<IDictionary<string, object>> GetUIPropertiesAsync(PropertyInfo propertyInfo, object? context, CancellationToken cancellationToken = default) =>
        new(new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["DynamicOutcomesOptions"] = new Dictionary<string, string[]>(StringComparer.Ordinal) { ["fixedOutcomes"] = ["Done"] },
        });
}
