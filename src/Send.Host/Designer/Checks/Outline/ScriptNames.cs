using System.Text.RegularExpressions;

namespace Send.Host.Designer.Checks.Outline;

/// <summary>Names that a script or template plainly uses, found by its text: `getVariable("X")`, `variables.X`, `getInput("x")`, `getOutputFrom("activity")`, `{{ Variables.X }}`.</summary>
internal sealed partial record ScriptNames(IReadOnlySet<string> Variables, IReadOnlySet<string> Assigned, IReadOnlySet<string> Inputs, IReadOnlySet<string> Activities)
{
    public static ScriptNames Of(string language, string source) => language == "Liquid"
        ? new(Names(LiquidVariable(), source), Empty, Names(LiquidInput(), source), Empty)
        : new(
            Names(ReadByFunction(), source).Union(Names(ReadByMember(), source)).ToHashSet(StringComparer.Ordinal),
            Names(Assignment(), source),
            Names(ReadInput(), source),
            Names(ReadOutput(), source));

    private static HashSet<string> Empty => [];

    private static HashSet<string> Names(Regex pattern, string source) => [.. pattern.Matches(source).Select(match => match.Groups["name"].Value)];

    [GeneratedRegex("""\bgetVariable\(\s*(?<quote>["'])(?<name>[^"'\\]+)\k<quote>""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ReadByFunction();

    [GeneratedRegex(@"\bvariables\.(?<name>[A-Za-z_$][\w$]*)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ReadByMember();

    [GeneratedRegex("""\bvariables\.(?<name>[A-Za-z_$][\w$]*)\s*=(?!=)|\bsetVariable\(\s*(?<quote>["'])(?<name>[^"'\\]+)\k<quote>""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Assignment();

    [GeneratedRegex("""\bgetInput\(\s*(?<quote>["'])(?<name>[^"'\\]+)\k<quote>""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ReadInput();

    [GeneratedRegex("""\bgetOutputFrom\(\s*(?<quote>["'])(?<name>[^"'\\]+)\k<quote>""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ReadOutput();

    [GeneratedRegex(@"\bVariables\.(?<name>[A-Za-z_]\w*)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LiquidVariable();

    [GeneratedRegex(@"\bInput\.(?<name>[A-Za-z_]\w*)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LiquidInput();
}
