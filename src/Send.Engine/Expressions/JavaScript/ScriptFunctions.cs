using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Jint;
using Jint.Native;
using Jint.Runtime;

namespace Send.Engine.Expressions.JavaScript;

/// <summary>The functions that Elsa gives to every script. Ids come from the burst's generator, so that a burst run again can give the same.</summary>
internal static class ScriptFunctions
{
    public delegate object? ScriptFunction(ExpressionScope scope, JsValue[] arguments);

    public static readonly IReadOnlyDictionary<string, ScriptFunction> All = new Dictionary<string, ScriptFunction>(StringComparer.Ordinal)
    {
        ["getWorkflowDefinitionId"] = (scope, _) => scope.Workflow?.Workflow.Definition.DefinitionId,
        ["getWorkflowDefinitionVersionId"] = (scope, _) => scope.Workflow?.Workflow.Definition.Id,
        ["getWorkflowDefinitionVersion"] = (scope, _) => scope.Workflow?.Workflow.Definition.Version,
        ["getWorkflowInstanceId"] = (scope, _) => scope.Workflow?.Id,
        ["getCorrelationId"] = (scope, _) => scope.Workflow?.CorrelationId,
        ["setCorrelationId"] = (scope, arguments) => Change(scope, workflow => workflow.CorrelationId = TextOrNull(arguments.At(0))),
        ["getWorkflowInstanceName"] = (scope, _) => scope.Workflow?.Name,
        ["setWorkflowInstanceName"] = (scope, arguments) => Change(scope, workflow => workflow.Name = TextOrNull(arguments.At(0))),
        ["getVariable"] = (scope, arguments) => scope.GetVariable(Text(arguments.At(0))),
        ["getInput"] = (scope, arguments) => scope.GetInput(Text(arguments.At(0))),
        ["getOutputFrom"] = (scope, arguments) => scope.Workflow?.GetActivityOutput(Text(arguments.At(0)), TextOrNull(arguments.At(1)) ?? "Result"),
        ["getLastResult"] = (scope, _) => scope.Workflow?.LastActivityResult,
        ["isNullOrWhiteSpace"] = (_, arguments) => string.IsNullOrWhiteSpace(TextOrNull(arguments.At(0))),
        ["isNullOrEmpty"] = (_, arguments) => string.IsNullOrEmpty(TextOrNull(arguments.At(0))),
        ["toJson"] = (_, arguments) => PlainValue.ToJsonText(ScriptValue.ToClr(arguments.At(0))),
        ["parseGuid"] = (_, arguments) => Guid.Parse(Text(arguments.At(0))),
        ["newGuid"] = (scope, _) => NewGuid(scope),
        ["getGuid"] = (scope, _) => NewGuid(scope),
        ["newGuidString"] = (scope, _) => NewGuid(scope).ToString(),
        ["getGuidString"] = (scope, _) => NewGuid(scope).ToString(),
        ["newShortGuid"] = (scope, _) => ShortGuid(scope),
        ["getShortGuid"] = (scope, _) => ShortGuid(scope),
        ["bytesToString"] = (_, arguments) => Encoding.UTF8.GetString(Bytes(arguments.At(0))),
        ["bytesFromString"] = (_, arguments) => Encoding.UTF8.GetBytes(Text(arguments.At(0))),
        ["bytesToBase64"] = (_, arguments) => Convert.ToBase64String(Bytes(arguments.At(0))),
        ["bytesFromBase64"] = (_, arguments) => Convert.FromBase64String(Text(arguments.At(0))),
        ["stringToBase64"] = (_, arguments) => Convert.ToBase64String(Encoding.UTF8.GetBytes(Text(arguments.At(0)))),
        ["stringFromBase64"] = (_, arguments) => Encoding.UTF8.GetString(Convert.FromBase64String(Text(arguments.At(0)))),
    };

    private static object? Change(ExpressionScope scope, Action<WorkflowExecutionContext> change)
    {
        if (scope.Workflow is { } workflow)
        {
            change(workflow);
        }

        return null;
    }

    private static string Text(JsValue value) => TextOrNull(value) ?? "";

    private static string? TextOrNull(JsValue value) => value.IsNull() || value.IsUndefined() ? null : value.ToString();

    private static byte[] Bytes(JsValue value) => ObjectConverter.ConvertTo<byte[]>(ScriptValue.ToClr(value)) ?? [];

    private static Guid NewGuid(ExpressionScope scope)
    {
        if (scope.Workflow is not { } workflow)
        {
            return Guid.NewGuid();
        }

        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(workflow.NewId()))[..16];
        bytes[7] = (byte)((bytes[7] & 0x0f) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3f) | 0x80);
        return new Guid(bytes);
    }

    private static string ShortGuid(ExpressionScope scope) => string.Create(
        CultureInfo.InvariantCulture, $"{Convert.ToBase64String(NewGuid(scope).ToByteArray()).Replace("/", "", StringComparison.Ordinal).Replace("+", "", StringComparison.Ordinal).TrimEnd('=')}");
}
