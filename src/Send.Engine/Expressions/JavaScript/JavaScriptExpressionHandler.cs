using System.Text.RegularExpressions;
using Jint;
using Jint.Runtime;

namespace Send.Engine.Expressions.JavaScript;

/// <summary>Evaluates JavaScript. A source is parsed once; each evaluation has an engine of its own that knows only the names it uses.</summary>
internal sealed class JavaScriptExpressionHandler(ScriptCache scripts, ScriptEngineFactory engines) : IExpressionHandler
{
    /// <inheritdoc />
    public ValueTask<object?> EvaluateAsync(Expression expression, Type returnType, ExpressionExecutionContext context, ExpressionEvaluatorOptions options)
    {
        if (expression.Prepared is not PreparedScript script)
        {
            var source = ObjectConverter.ConvertTo<string>(expression.Value);
            if (string.IsNullOrWhiteSpace(source))
            {
                return new((object?)null);
            }

            expression.Prepared = script = scripts.Get(source);
        }

        return new(StrictConversion.ConvertTo(Run(script, context, options), returnType));
    }

    private static object? Run(Jint.Engine engine, PreparedScript script, ScriptGlobals globals)
    {
        try
        {
            var result = ScriptValue.ToClr(engine.Evaluate(script.Script).UnwrapIfPromise());
            globals.TakeBack();
            return result;
        }
        finally
        {
            if (!script.IsSimple)
            {
                globals.CheckExposed();
            }
        }
    }

    private object? Run(PreparedScript script, ExpressionExecutionContext context, ExpressionEvaluatorOptions options)
    {
        try
        {
            var engine = engines.Create(script, context.CancellationToken);
            var globals = new ScriptGlobals(engine, new ExpressionScope(context), options);
            globals.Bind(script);
            return Run(engine, script, globals);
        }
        catch (JavaScriptException e)
        {
            throw new ExpressionException(ExpressionErrorKind.Runtime, e.Message, e, e.Location.Start.Line, e.Location.Start.Column + 1);
        }
        catch (PromiseRejectedException e)
        {
            throw new ExpressionException(ExpressionErrorKind.Runtime, e.Message, e);
        }
        catch (Exception e) when (e is StatementsCountOverflowException or MemoryLimitExceededException or RecursionDepthOverflowException
            or TimeoutException or RegexMatchTimeoutException or OutOfMemoryException or InsufficientExecutionStackException)
        {
            throw new ExpressionException(ExpressionErrorKind.Limit, $"The script was stopped: {e.Message}", e);
        }
        catch (Exception e) when (e is InvalidOperationException or FormatException or ArgumentException or JintException or InvalidCastException)
        {
            throw new ExpressionException(ExpressionErrorKind.Runtime, e.Message, e);
        }
    }
}
