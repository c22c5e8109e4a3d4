using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Fluid;
using Fluid.Values;

namespace Send.Engine.Expressions.Liquid;

/// <summary>Parsed templates by source; their number is bounded.</summary>
internal sealed partial class TemplateCache
{
    private const int Capacity = 2_048;
    private readonly ConcurrentDictionary<string, PreparedTemplate> templates = new(StringComparer.Ordinal);
    private readonly FluidParser parser = CreateParser();

    public PreparedTemplate Get(string source)
    {
        if (templates.TryGetValue(source, out var known))
        {
            return known;
        }

        if (templates.Count >= Capacity)
        {
            templates.Clear();
        }

        return templates.GetOrAdd(source, Prepare);
    }

    private PreparedTemplate Prepare(string source)
    {
        if (TemplateShape.Check(source) is { } problem)
        {
            return new(null, new(ExpressionErrorKind.Syntax, problem));
        }

        if (!parser.TryParse(source, out var template, out var error))
        {
            var position = Position().Match(error);
            return new(null, position.Success
                ? new(ExpressionErrorKind.Syntax, error, null, Number(position.Groups["line"].Value), Number(position.Groups["column"].Value))
                : new(ExpressionErrorKind.Syntax, error));
        }

        return new(new RangeLimiter().VisitTemplate(template), null);
    }

    private static int Number(string text) => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static FluidParser CreateParser()
    {
        var parser = new FluidParser();
        parser.RegisterIdentifierBlock("capture", static async (identifier, statements, _, encoder, context) =>
        {
            using var writer = new LimitedWriter(LiquidBudget.Of(context));
            var completion = Fluid.Ast.Completion.Normal;
            foreach (var statement in statements)
            {
                completion = await statement.WriteToAsync(writer, encoder, context);
                if (completion != Fluid.Ast.Completion.Normal)
                {
                    break;
                }
            }

            context.SetValue(identifier, new StringValue(writer.ToString(), encode: false));
            return completion;
        });
        return parser;
    }

    [GeneratedRegex(@"\((?<line>\d+):(?<column>\d+)\)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Position();
}
