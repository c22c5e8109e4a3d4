using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Acornima;
using Jint;

namespace Send.Engine.Expressions.JavaScript;

/// <summary>Parsed scripts by source. The number is bounded: a definition has some hundred scripts, and old versions fall out.</summary>
internal sealed partial class ScriptCache
{
    private const int Capacity = 4_096;

    private static readonly ScriptPreparationOptions Preparation = new()
    {
        CollectReferencedGlobals = true,
        ParsingOptions = new ScriptParsingOptions { AllowReturnOutsideFunction = true, RegexTimeout = ScriptLimits.RegexTime },
    };

    private readonly ConcurrentDictionary<string, PreparedScript> scripts = new(StringComparer.Ordinal);

    /// <summary>The parsed script; throws <see cref="ExpressionException"/> with line and column when it does not compile.</summary>
    public PreparedScript Get(string source)
    {
        if (scripts.TryGetValue(source, out var known))
        {
            return known;
        }

        if (scripts.Count >= Capacity)
        {
            scripts.Clear();
        }

        return scripts.GetOrAdd(source, Prepare);
    }

    private static PreparedScript Prepare(string source)
    {
        try
        {
            var script = Jint.Engine.PrepareScript(source, options: Preparation);
            string[] names = script.ReferencedGlobals is { } globals ? [.. globals] : [];
            return new(script, names, names.Contains("globalThis", StringComparer.Ordinal) || This().IsMatch(source), SimpleScript.IsSimple(script.Program!));
        }
        catch (ScriptPreparationException e) when (e.InnerException is ParseErrorException parse)
        {
            throw new ExpressionException(ExpressionErrorKind.Syntax, parse.Description, e, parse.LineNumber, parse.Column + 1);
        }
        catch (ScriptPreparationException e)
        {
            throw new ExpressionException(ExpressionErrorKind.Syntax, e.Message, e);
        }
    }

    [GeneratedRegex(@"\bthis\b", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex This();
}
