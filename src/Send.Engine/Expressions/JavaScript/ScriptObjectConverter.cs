using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using Jint.Native;
using Jint.Runtime.Interop;

namespace Send.Engine.Expressions.JavaScript;

/// <summary>Shows scripts plain values where .NET has types that mean nothing to them, also inside of objects and lists.</summary>
internal sealed class ScriptObjectConverter : IObjectConverter
{
    public bool TryConvert(Jint.Engine engine, object value, [NotNullWhen(true)] out JsValue? result)
    {
        result = value is DateOnly or TimeOnly or Enum or JsonElement or JsonNode ? ScriptValue.ToScript(engine, value) : null;
        return result is not null;
    }
}
