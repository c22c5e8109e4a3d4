using System.Linq.Expressions;
using System.Reflection;

namespace Send.Engine.Registry;

/// <summary>Compiled access to properties and constructors, so that nothing reflects while workflows run or are compiled.</summary>
internal static class PropertyAccess
{
    public static Func<IActivity, object?> Getter(PropertyInfo property)
    {
        var activity = Expression.Parameter(typeof(IActivity), "activity");
        var read = Expression.Property(Expression.Convert(activity, property.DeclaringType!), property);
        return Expression.Lambda<Func<IActivity, object?>>(Expression.Convert(read, typeof(object)), activity).Compile();
    }

    public static Action<IActivity, object?> Setter(PropertyInfo property)
    {
        var activity = Expression.Parameter(typeof(IActivity), "activity");
        var value = Expression.Parameter(typeof(object), "value");
        var target = Expression.Property(Expression.Convert(activity, property.DeclaringType!), property);
        return Expression.Lambda<Action<IActivity, object?>>(Expression.Assign(target, Expression.Convert(value, property.PropertyType)), activity, value).Compile();
    }

    /// <summary>Calls the constructor that can be called without arguments: all its parameters have defaults.</summary>
    public static Func<IActivity> Constructor(Type type)
    {
        var constructor = type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Where(candidate => Array.TrueForAll(candidate.GetParameters(), parameter => parameter.HasDefaultValue))
            .OrderBy(candidate => candidate.GetParameters().Length)
            .FirstOrDefault() ?? throw new InvalidOperationException($"Activity class {type.FullName} needs a constructor without arguments.");
        var arguments = constructor.GetParameters().Select(parameter => Expression.Constant(parameter.DefaultValue, parameter.ParameterType));
        return Expression.Lambda<Func<IActivity>>(Expression.Convert(Expression.New(constructor, arguments), typeof(IActivity))).Compile();
    }

    /// <summary>Calls the constructor of <paramref name="type"/> that takes one <typeparamref name="TArgument"/>.</summary>
    public static Func<TArgument?, TResult> Factory<TArgument, TResult>(Type type)
    {
        var argument = Expression.Parameter(typeof(TArgument), "argument");
        var constructor = type.GetConstructor([typeof(TArgument)])
            ?? throw new InvalidOperationException($"{type} needs a constructor that takes a {typeof(TArgument).Name}.");
        return Expression.Lambda<Func<TArgument?, TResult>>(Expression.New(constructor, argument), argument).Compile();
    }
}
