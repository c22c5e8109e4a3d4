using System.Collections.Frozen;
using Acornima;
using Acornima.Ast;

namespace Send.Engine.Expressions.JavaScript;

/// <summary>
/// Tells scripts that cannot do harm from the others: one expression without functions, loops, assignments and computed names, that calls only what
/// the host gives and methods whose results are no larger than what they are given. Every part of it runs once, so its cost is that
/// of its source. Such a script needs no <see cref="NativeGuards"/>, which are most of the cost of a small evaluation.
/// </summary>
internal static class SimpleScript
{
    private static readonly FrozenSet<string> HarmlessMethods = new[]
    {
        "toUpperCase", "toLowerCase", "trim", "trimStart", "trimEnd", "toFixed", "includes", "startsWith", "endsWith", "indexOf", "charAt", "slice",
        "substring", "getTime", "toISOString", "getFullYear", "getMonth", "getDate",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static bool IsSimple(Script script) => script.Body is [ExpressionStatement statement] && IsSimple(statement.Expression);

    private static bool IsSimple(Node? node) => node switch
    {
        null => true,
        StringLiteral or NumericLiteral or BooleanLiteral or NullLiteral => true,
        Identifier => true,
        MemberExpression member => !member.Computed && member.Property is Identifier && IsSimple(member.Object),
        ChainExpression chain => IsSimple(chain.Expression),
        CallExpression call => IsHarmless(call.Callee) && All(call.Arguments),
        LogicalExpression logical => IsSimple(logical.Left) && IsSimple(logical.Right),
        BinaryExpression binary => binary.Operator != Operator.Exponentiation && IsSimple(binary.Left) && IsSimple(binary.Right),
        UnaryExpression unary => unary.Operator != Operator.Delete && IsSimple(unary.Argument),
        ConditionalExpression conditional => IsSimple(conditional.Test) && IsSimple(conditional.Consequent) && IsSimple(conditional.Alternate),
        TemplateLiteral template => All(template.Expressions),
        ParenthesizedExpression inner => IsSimple(inner.Expression),
        ArrayExpression array => All(array.Elements),
        ObjectExpression map => All(map.Properties),
        ObjectProperty property => property is { Computed: false, Kind: PropertyKind.Init, Method: false } && IsSimple(property.Value),
        _ => false,
    };

    private static bool IsHarmless(Node callee) => callee switch
    {
        Identifier => true,
        MemberExpression { Computed: false, Property: Identifier method } member => HarmlessMethods.Contains(method.Name) && IsSimple(member.Object),
        _ => false,
    };

    private static bool All<T>(NodeList<T> nodes) where T : Node?
    {
        foreach (var node in nodes)
        {
            if (!IsSimple(node))
            {
                return false;
            }
        }

        return true;
    }
}
