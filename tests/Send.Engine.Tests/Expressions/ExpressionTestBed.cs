using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Send.Engine.Expressions;
using Send.Engine.Memory;

namespace Send.Engine.Tests.Expressions;

/// <summary>Evaluates expressions outside of a workflow, with variables of its own.</summary>
internal sealed class ExpressionTestBed
{
    private readonly ServiceProvider services;
    private readonly MemoryRegister memory = new();

    public ExpressionTestBed()
    {
        var collection = new ServiceCollection();
        collection.AddSingleton<TimeProvider>(Clock);
        collection.AddExpressions();
        services = collection.BuildServiceProvider(validateScopes: true);
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2027, 5, 6, 7, 8, 9, TimeSpan.Zero));

    public IExpressionValidator Validator => services.GetRequiredService<IExpressionValidator>();

    public ExpressionTestBed With<T>(string name, T value)
    {
        var variable = new Variable<T>(name, value);
        memory.Declare(variable);
        return this;
    }

    public object? Value(string name) => memory.TryGetBlock(name, out var block) ? block.Value : null;

    public Task<T?> ScriptAsync<T>(string source, CancellationToken cancellationToken = default) => EvaluateAsync<T>("JavaScript", source, cancellationToken);

    public Task<string?> TemplateAsync(string source) => EvaluateAsync<string>("Liquid", source);

    public async Task<T?> EvaluateAsync<T>(string type, object? value, CancellationToken cancellationToken = default)
    {
        var context = new ExpressionExecutionContext(services, memory, null, cancellationToken);
        return await services.GetRequiredService<IExpressionEvaluator>().EvaluateAsync<T>(new Expression(type, value), context);
    }

    /// <summary>The kind of error that a script ends with.</summary>
    public async Task<ExpressionErrorKind> ErrorOfScriptAsync(string source)
        => (await Assert.ThrowsAsync<ExpressionException>(() => ScriptAsync<object>(source))).Kind;

    /// <summary>The kind of error that a template ends with.</summary>
    public async Task<ExpressionErrorKind> ErrorOfTemplateAsync(string source)
        => (await Assert.ThrowsAsync<ExpressionException>(() => TemplateAsync(source))).Kind;
}
