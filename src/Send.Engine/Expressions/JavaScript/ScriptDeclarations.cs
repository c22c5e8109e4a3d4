using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;
using Send.Engine.Definitions;

namespace Send.Engine.Expressions.JavaScript;

/// <summary>Declares in TypeScript what scripts of a workflow can use, so that an editor can complete and check them.</summary>
public static class ScriptDeclarations
{
    private static readonly string[] Functions =
    [
        "getWorkflowDefinitionId(): string", "getWorkflowDefinitionVersionId(): string", "getWorkflowDefinitionVersion(): number", "getWorkflowInstanceId(): string",
        "getCorrelationId(): string", "setCorrelationId(value: string): void", "getWorkflowInstanceName(): string", "setWorkflowInstanceName(value: string): void",
        "getVariable(name: string): any", "setVariable(name: string, value: any): void", "getInput(name: string): any",
        "getOutputFrom(activityId: string, outputName?: string): any", "getLastResult(): any", "isNullOrWhiteSpace(value: string): boolean", "isNullOrEmpty(value: string): boolean",
        "toJson(value: any): string", "parseGuid(value: string): Guid", "newGuid(): Guid", "getGuid(): Guid", "newGuidString(): string", "getGuidString(): string",
        "newShortGuid(): string", "getShortGuid(): string", "bytesToString(value: number[]): string", "bytesFromString(value: string): number[]",
        "bytesToBase64(value: number[]): string", "bytesFromBase64(value: string): number[]", "stringToBase64(value: string): string", "stringFromBase64(value: string): string",
    ];

    private static readonly Lazy<string> Classes = new(() => string.Concat(ScriptGlobals.ClassNames.Select(entry => ClassOf(entry.Key, entry.Value))));

    /// <summary>The declarations for one activity type of a definition.</summary>
    /// <param name="definition">The workflow.</param>
    /// <param name="registry">Activity types, for the outputs of the workflow's activities.</param>
    /// <param name="types">Type aliases of variables and inputs.</param>
    /// <param name="activityType">The activity whose input holds the script; null when that is not known.</param>
    public static string Of(WorkflowDefinition definition, IActivityRegistry registry, WellKnownTypes types, string? activityType)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(registry);
        ArgumentNullException.ThrowIfNull(types);
        var text = new StringBuilder();
        var declared = new HashSet<string>(StringComparer.Ordinal);
        foreach (var function in Functions)
        {
            Declare(text, declared, function);
        }

        if (activityType == "Elsa.RunJavaScript")
        {
            Declare(text, declared, "setOutcome(outcome: string): void");
            Declare(text, declared, "setOutcomes(outcomes: string[]): void");
        }

        var variables = definition.Variables.Where(variable => ExpressionScope.IsIdentifier(variable.Name)).DistinctBy(variable => variable.Name, StringComparer.Ordinal)
            .Select(variable => (variable.Name, Type: TypeOf(types.Resolve(variable.TypeName, variable.IsArray)))).ToList();
        text.AppendLine("declare var variables: {");
        variables.ForEach(variable => text.AppendLine(CultureInfo.InvariantCulture, $"  {variable.Name}: {variable.Type};"));
        text.AppendLine("  [name: string]: any;").AppendLine("};");
        foreach (var input in definition.Inputs.Where(input => ExpressionScope.IsIdentifier(input.Name)))
        {
            Declare(text, declared, $"get{input.Name}(): {TypeOf(types.Resolve(input.TypeName, input.IsArray))}");
        }

        foreach (var (name, type) in variables)
        {
            Declare(text, declared, $"get{ExpressionScope.Pascalize(name)}(): {type}");
            Declare(text, declared, $"set{ExpressionScope.Pascalize(name)}(value: {type}): void");
        }

        foreach (var (name, type) in ActivitiesIn(definition.Root))
        {
            foreach (var output in registry.Find(type)?.Outputs ?? [])
            {
                Declare(text, declared, $"get{output.Name}From{ExpressionScope.Pascalize(name)}(): {TypeOf(output.Type)}");
            }
        }

        return text.Append(Classes.Value).ToString();
    }

    private static void Declare(StringBuilder text, HashSet<string> declared, string function)
    {
        var name = function[..function.IndexOf('(', StringComparison.Ordinal)];
        if (ExpressionScope.IsIdentifier(name) && declared.Add(name))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"declare function {function};");
        }
    }

    private static IEnumerable<(string Name, string Type)> ActivitiesIn(JsonElement? element) => element switch
    {
        { ValueKind: JsonValueKind.Object } map => Own(map).Concat(map.EnumerateObject().SelectMany(property => ActivitiesIn(property.Value))),
        { ValueKind: JsonValueKind.Array } list => list.EnumerateArray().SelectMany(item => ActivitiesIn(item)),
        _ => [],
    };

    private static IEnumerable<(string Name, string Type)> Own(JsonElement map) =>
        map.TryGetProperty("id", out _) && Text(map, "type") is { } type && Text(map, "name") is { Length: > 0 } name ? [(name, type)] : [];

    private static string? Text(JsonElement map, string name) => map.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string TypeOf(Type? type)
    {
        var actual = type is null ? typeof(object) : Nullable.GetUnderlyingType(type) ?? type;
        if (actual == typeof(string) || actual == typeof(char) || actual.IsEnum)
        {
            return "string";
        }

        if (actual == typeof(bool))
        {
            return "boolean";
        }

        if (actual.IsPrimitive || actual == typeof(decimal))
        {
            return "number";
        }

        if (ScriptGlobals.ClassNames.FirstOrDefault(entry => entry.Value == actual).Key is { } name)
        {
            return name;
        }

        var item = actual.IsArray ? actual.GetElementType() : actual.IsGenericType && actual.GetGenericArguments() is [var argument] ? argument : null;
        return item is not null && typeof(System.Collections.IEnumerable).IsAssignableFrom(actual) ? $"{TypeOf(item)}[]"
            : typeof(IDictionary<string, object>).IsAssignableFrom(actual) ? "{ [name: string]: any }"
            : actual == typeof(void) ? "void" : "any";
    }

    private static string ClassOf(string name, Type type)
    {
        var members = type.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Where(member => ScriptEngineFactory.IsHarmless(member) && member is PropertyInfo { GetMethod: not null } or FieldInfo or MethodInfo { IsSpecialName: false, IsGenericMethod: false })
            .Where(member => member is not MethodInfo method || Array.TrueForAll(method.GetParameters(), parameter => !parameter.ParameterType.IsByRef && !parameter.ParameterType.IsByRefLike))
            .GroupBy(member => (member.Name, IsStatic(member)))
            .OrderBy(group => group.Key.Name, StringComparer.Ordinal);
        var text = new StringBuilder().AppendLine(CultureInfo.InvariantCulture, $"declare class {name} {{");
        foreach (var member in members.SelectMany(group => group.First() is MethodInfo ? group : group.Take(1)))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  {(IsStatic(member) ? "static " : "")}{Signature(member)};");
        }

        return text.AppendLine("}").ToString();
    }

    private static bool IsStatic(MemberInfo member) => member switch
    {
        PropertyInfo property => property.GetMethod!.IsStatic,
        FieldInfo field => field.IsStatic,
        MethodInfo method => method.IsStatic,
        _ => false,
    };

    private static string Signature(MemberInfo member) => member switch
    {
        PropertyInfo property => $"{property.Name}: {TypeOf(property.PropertyType)}",
        FieldInfo field => $"{field.Name}: {TypeOf(field.FieldType)}",
        MethodInfo method => $"{method.Name}({string.Join(", ", method.GetParameters().Select(parameter => $"{parameter.Name}{(parameter.IsOptional ? "?" : "")}: {TypeOf(parameter.ParameterType)}"))}): {TypeOf(method.ReturnType)}",
        _ => member.Name,
    };
}
