using Jint;
using Jint.Native;
using Jint.Native.Object;
using Jint.Runtime;
using Jint.Runtime.Descriptors;
using Jint.Runtime.Interop;

namespace Send.Engine.Expressions.JavaScript;

/// <summary>
/// Built-in functions that can use a gigabyte or an hour in one call, where the engine's own limits only look between statements. Each is
/// replaced by one that knows the size of its result before it starts.
/// </summary>
internal static class NativeGuards
{
    // Binary buffers allocate what they are asked for, and expressions have no use for them.
    private static readonly string[] Removed =
    [
        "ArrayBuffer", "SharedArrayBuffer", "DataView", "Atomics", "Uint8Array", "Int8Array", "Uint8ClampedArray", "Int16Array", "Uint16Array",
        "Int32Array", "Uint32Array", "Float16Array", "Float32Array", "Float64Array", "BigInt64Array", "BigUint64Array",
    ];

    public static void Install(Jint.Engine engine)
    {
        foreach (var name in Removed)
        {
            engine.Global.Delete(name);
        }

        var text = (ObjectInstance)((ObjectInstance)engine.Global.Get("String")).Get("prototype");
        Guard(engine, text, "repeat", (self, arguments) => Length(self) * Number(arguments, 0));
        Guard(engine, text, "padStart", (_, arguments) => Number(arguments, 0));
        Guard(engine, text, "padEnd", (_, arguments) => Number(arguments, 0));
        Guard(engine, text, "concat", (self, arguments) => Length(self) + arguments.Sum(Length));
        Guard(engine, text, "replace", (self, arguments) => Replaced(self, arguments, all: false));
        Guard(engine, text, "replaceAll", (self, arguments) => Replaced(self, arguments, all: true));

        var list = engine.Intrinsics.Array.PrototypeObject;
        Guard(engine, list, "join", (self, arguments) => ValueSize.OfJoined(self, arguments.At(0)));
        Guard(engine, list, "toString", (self, _) => ValueSize.OfJoined(self, JsValue.Undefined));
        Guard(engine, list, "toLocaleString", (self, _) => ValueSize.OfJoined(self, JsValue.Undefined));
        Guard(engine, list, "flat", (self, _) => ValueSize.Of(self));
        Replace(engine, list, "concat", (self, arguments) => Concatenate(engine, self, arguments));

        var json = (ObjectInstance)engine.Global.Get("JSON");
        Guard(engine, json, "stringify", (_, arguments) => ValueSize.Of(arguments.At(0)));
    }

    private static void Guard(Jint.Engine engine, ObjectInstance owner, string name, Func<JsValue, JsValue[], double> size)
    {
        var original = (Jint.Native.Function.Function)owner.Get(name);
        Replace(engine, owner, name, (self, arguments) =>
        {
            engine.Constraints.Check();
            if (size(self, arguments) > ScriptLimits.Characters)
            {
                throw TooLarge(name);
            }

            return original.Call(self, arguments);
        });
    }

    private static void Replace(Jint.Engine engine, ObjectInstance owner, string name, Func<JsValue, JsValue[], JsValue> function)
        => owner.FastSetProperty(name, new PropertyDescriptor(new ClrFunction(engine, name, function), writable: true, enumerable: false, configurable: true));

    private static ExpressionException TooLarge(string name) => new(ExpressionErrorKind.Limit, $"The result of {name} would be too large.");

    private static double Length(JsValue value) => value switch
    {
        JsString text => text.Length,
        ObjectInstance => ValueSize.Of(value),
        _ => 20,
    };

    private static double Number(JsValue[] arguments, int index) => arguments.At(index) is JsNumber number ? number.AsNumber() : ValueSize.Coerced(arguments.At(index));

    // "$&" and its like can each insert the whole text.
    private static double Replaced(JsValue self, JsValue[] arguments, bool all)
    {
        if (arguments.At(1) is ObjectInstance)
        {
            return 0;
        }

        var length = Length(self);
        var replacement = arguments.At(1).ToString();
        var one = replacement.Length + (replacement.Count(c => c == '$') * length);
        var many = all || arguments.At(0) is ObjectInstance;
        return length + (many ? (length + 1) * one : one);
    }

    // .NET lists count as one element, as they do in Elsa; script arrays are spread.
    private static JsArray Concatenate(Jint.Engine engine, JsValue self, JsValue[] arguments)
    {
        var items = new List<JsValue>();
        foreach (var part in arguments.Prepend(self))
        {
            engine.Constraints.Check();
            if (part is not JsArray array)
            {
                items.Add(part);
                continue;
            }

            if (items.Count + array.Length > ScriptLimits.ArraySize)
            {
                throw TooLarge("concat");
            }

            for (uint i = 0; i < array.Length; i++)
            {
                items.Add(array[i]);
            }
        }

        return new JsArray(engine, [.. items]);
    }
}
