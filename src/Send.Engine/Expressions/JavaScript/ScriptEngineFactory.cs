using System.Collections;
using System.Globalization;
using System.Reflection;
using Jint;
using Jint.Runtime.Interop;

namespace Send.Engine.Expressions.JavaScript;

/// <summary>
/// Makes engines that can do nothing but compute: no .NET types, no string compilation, bounded time, memory and depth. An engine serves one
/// evaluation, so nothing that a script leaves behind reaches another.
/// </summary>
internal sealed class ScriptEngineFactory
{
    private readonly Jint.Options options;

    public ScriptEngineFactory(TimeProvider timeProvider)
    {
        options = new Jint.Options { TimeSystem = new ScriptClock(timeProvider) };
        options.LimitMemory(ScriptLimits.MemoryBytes);
        options.LimitRecursion(ScriptLimits.Recursion);
        options.MaxStatements(ScriptLimits.Statements);
        options.Constraint(() => new ScriptDeadline());
        options.Constraints.MaxArraySize = ScriptLimits.ArraySize;
        options.Constraints.RegexTimeout = ScriptLimits.RegexTime;
        options.Constraints.PromiseTimeout = ScriptLimits.Time;
        options.Constraints.StackOverflowGuard = true;
        options.DisableStringCompilation();
        options.Culture = CultureInfo.InvariantCulture;
        options.TimeZone = TimeZoneInfo.Utc;
        options.Interop.TypeResolver = new TypeResolver { MemberFilter = IsHarmless };
        options.Interop.ObjectConverters.Add(new ScriptObjectConverter());
        options.Interop.CreateClrObject = _ => new Dictionary<string, object?>(StringComparer.Ordinal);
    }

    public Jint.Engine Create(PreparedScript script, CancellationToken cancellationToken)
    {
        var engine = new Jint.Engine(options);
        if (engine.Constraints.Find<ScriptDeadline>() is { } deadline)
        {
            deadline.Token = cancellationToken;
        }

        if (!script.IsSimple)
        {
            NativeGuards.Install(engine);
        }

        return engine;
    }

    // A list's Capacity can allocate gigabytes; elements and lengths are reached without members.
    internal static bool IsHarmless(MemberInfo member)
    {
        var owner = member.DeclaringType;
        if (owner is null || typeof(Delegate).IsAssignableFrom(owner) || typeof(Type).IsAssignableFrom(owner) || typeof(Stream).IsAssignableFrom(owner))
        {
            return false;
        }

        if (member.Name is "Now" or "UtcNow" or "Today" && owner.Assembly == typeof(DateTime).Assembly)
        {
            return false; // the machine's clock: scripts have the product's as Date
        }

        return !typeof(IEnumerable).IsAssignableFrom(owner) || (member is PropertyInfo && member.Name is "Count" or "Length" or "Item" or "Keys" or "Values");
    }
}
