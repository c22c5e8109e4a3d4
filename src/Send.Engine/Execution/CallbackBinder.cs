using System.Collections.Concurrent;
using System.Reflection;

namespace Send.Engine.Execution;

/// <summary>Finds an activity's methods again by name after a suspension. Delegates are made once per activity type and method.</summary>
internal static class CallbackBinder
{
    private const BindingFlags AnyInstance = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private static readonly ConcurrentDictionary<(Type Activity, string Method, Type Delegate), MethodInfo?> Methods = new();

    /// <summary>Name to store; throws if the method could not be found again by it.</summary>
    public static string NameOf(Delegate callback, IActivity activity)
    {
        if (callback.Target != activity && callback.Target is not null && FindMethod(activity.GetType(), callback.Method.Name, callback.GetType()) is null)
        {
            throw new InvalidOperationException(
                $"The callback of activity '{activity.Id}' ({activity.Type}) must be a method of that activity, not a lambda: it is found again by its name.");
        }

        return callback.Method.Name;
    }

    public static ExecuteActivityDelegate Resume(IActivity activity, string method) => Bind<ExecuteActivityDelegate>(activity, method);

    public static ActivityCompletionCallback Completion(IActivity activity, string method) => Bind<ActivityCompletionCallback>(activity, method);

    private static TDelegate Bind<TDelegate>(IActivity activity, string method) where TDelegate : Delegate
    {
        var info = Methods.GetOrAdd((activity.GetType(), method, typeof(TDelegate)), static key => FindMethod(key.Activity, key.Method, key.Delegate))
            ?? throw new InvalidOperationException($"Activity type '{activity.Type}' has no method '{method}' that could go on with a stored instance.");
        return (TDelegate)Delegate.CreateDelegate(typeof(TDelegate), info.IsStatic ? null : activity, info);
    }

    private static MethodInfo? FindMethod(Type type, string name, Type delegateType)
    {
        var argument = delegateType.GetMethod("Invoke")!.GetParameters()[0].ParameterType;
        for (var current = type; current is not null; current = current.BaseType)
        {
            foreach (var candidate in current.GetMethods(AnyInstance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            {
                if (string.Equals(candidate.Name, name, StringComparison.Ordinal)
                    && candidate.ReturnType == typeof(ValueTask)
                    && candidate.GetParameters() is [var parameter]
                    && parameter.ParameterType == argument)
                {
                    return candidate;
                }
            }
        }

        return null;
    }
}
