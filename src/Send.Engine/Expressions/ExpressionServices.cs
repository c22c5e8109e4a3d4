using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Send.Engine.Expressions.JavaScript;
using Send.Engine.Expressions.Liquid;

namespace Send.Engine.Expressions;

/// <summary>Registers expressions with a host's services.</summary>
public static class ExpressionServices
{
    /// <summary>Adds the evaluator, the validator, the type aliases and the languages Literal, Object, Json, Variable, Input, Delegate, JavaScript and Liquid.</summary>
    public static IServiceCollection AddExpressions(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<WellKnownTypes>();
        services.TryAddSingleton<ScriptCache>();
        services.TryAddSingleton<ScriptEngineFactory>();
        services.TryAddSingleton<TemplateCache>();
        services.TryAddSingleton<IExpressionEvaluator, ExpressionEvaluator>();
        services.TryAddSingleton<IExpressionValidator, ExpressionValidator>();
        services.AddSingleton(new ExpressionRegistration("Literal", new LiteralExpressionHandler()));
        services.AddSingleton(new ExpressionRegistration("Object", new ObjectExpressionHandler()));
        services.AddSingleton(new ExpressionRegistration("Json", new ObjectExpressionHandler()));
        services.AddSingleton(new ExpressionRegistration("Variable", new VariableExpressionHandler()));
        services.AddSingleton(new ExpressionRegistration("Input", new InputExpressionHandler()));
        services.AddSingleton(new ExpressionRegistration("Delegate", new DelegateExpressionHandler()));
        services.AddSingleton(provider => new ExpressionRegistration("JavaScript", new JavaScriptExpressionHandler(
            provider.GetRequiredService<ScriptCache>(), provider.GetRequiredService<ScriptEngineFactory>())));
        services.AddSingleton(provider => new ExpressionRegistration("Liquid", new LiquidExpressionHandler(
            provider.GetRequiredService<TemplateCache>(), provider.GetRequiredService<TimeProvider>())));
        return services;
    }
}
