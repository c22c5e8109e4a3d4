using System.Reflection;

namespace Send.Engine.Registry;

/// <summary>
/// Access to properties and constructors by prepared invokers. They are used when a definition is compiled, never while an instance runs;
/// compiled expressions would cost more at start than they ever save.
/// </summary>
internal static class PropertyAccess
{
    public static Func<IActivity, object?> Getter(PropertyInfo property)
    {
        var invoker = MethodInvoker.Create(property.GetMethod!);
        return activity => invoker.Invoke(activity);
    }

    public static Action<IActivity, object?> Setter(PropertyInfo property)
    {
        var invoker = MethodInvoker.Create(property.SetMethod!);
        return (activity, value) => invoker.Invoke(activity, value);
    }

    /// <summary>Calls the constructor that can be called without arguments: all its parameters have defaults.</summary>
    public static Func<IActivity> Constructor(Type type)
    {
        var constructor = type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Where(candidate => Array.TrueForAll(candidate.GetParameters(), parameter => parameter.HasDefaultValue))
            .OrderBy(candidate => candidate.GetParameters().Length)
            .FirstOrDefault() ?? throw new InvalidOperationException($"Activity class {type.FullName} needs a constructor without arguments.");
        var invoker = ConstructorInvoker.Create(constructor);
        var arguments = Array.ConvertAll(constructor.GetParameters(), parameter => parameter.DefaultValue);
        return () => (IActivity)invoker.Invoke(arguments.AsSpan());
    }

    /// <summary>Calls the constructor of <paramref name="type"/> that takes one <typeparamref name="TArgument"/>.</summary>
    public static Func<TArgument?, TResult> Factory<TArgument, TResult>(Type type)
    {
        var constructor = type.GetConstructor([typeof(TArgument)])
            ?? throw new InvalidOperationException($"{type} needs a constructor that takes a {typeof(TArgument).Name}.");
        var invoker = ConstructorInvoker.Create(constructor);
        return argument => (TResult)invoker.Invoke(argument);
    }
}
