using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Fluid;
using Fluid.Values;

namespace Send.Engine.Expressions.Liquid;

/// <summary>
/// Renders Liquid. A source is parsed once. As in Elsa, a template that does not parse gives its error text as the value; publishing
/// a definition reports it (see <see cref="IExpressionValidator"/>).
/// </summary>
internal sealed class LiquidExpressionHandler(TemplateCache templates, TimeProvider timeProvider) : IExpressionHandler
{
    private readonly TemplateOptions templateOptions = CreateOptions(timeProvider);

    /// <inheritdoc />
    public async ValueTask<object?> EvaluateAsync(Expression expression, Type returnType, ExpressionExecutionContext context, ExpressionEvaluatorOptions options)
    {
        if (expression.Prepared is not PreparedTemplate template)
        {
            var source = ObjectConverter.ConvertTo<string>(expression.Value);
            if (string.IsNullOrWhiteSpace(source))
            {
                return null;
            }

            expression.Prepared = template = templates.Get(source);
        }

        return StrictConversion.ConvertTo(template.Template is null ? $"\n{template.Error?.Message}\n" : await RenderAsync(template.Template, context, options), returnType);
    }

    private async ValueTask<string> RenderAsync(IFluidTemplate template, ExpressionExecutionContext context, ExpressionEvaluatorOptions options)
    {
        var budget = new LiquidBudget(context.CancellationToken);
        var templateContext = new TemplateContext(templateOptions);
        budget.AttachTo(templateContext);
        Bind(templateContext, new ExpressionScope(context), options);
        using var writer = new LimitedWriter(budget);
        try
        {
            await template.RenderAsync(writer, NullEncoder.Default, templateContext);
        }
        catch (InvalidOperationException e)
        {
            throw new ExpressionException(ExpressionErrorKind.Limit, $"The template was stopped: {e.Message}", e);
        }

        return writer.ToString();
    }

    private static void Bind(TemplateContext target, ExpressionScope scope, ExpressionEvaluatorOptions options)
    {
        target.SetValue("Variables", new ObjectValue(new LiquidScope(scope.GetVariable)));
        target.SetValue("Input", new ObjectValue(new LiquidScope(scope.GetInput)));
        target.SetValue("CorrelationId", Text(scope.Workflow?.CorrelationId));
        target.SetValue("WorkflowInstanceId", Text(scope.Workflow?.Id));
        if (scope.Workflow?.Workflow.Definition is { } definition)
        {
            target.SetValue("WorkflowDefinitionId", Text(definition.DefinitionId));
            target.SetValue("WorkflowDefinitionVersionId", Text(definition.Id));
            target.SetValue("WorkflowDefinitionVersion", NumberValue.Create(definition.Version));
        }

        foreach (var (name, value) in options.Arguments)
        {
            target.SetValue(name, FluidValue.Create(value, target.Options));
        }
    }

    private static FluidValue Text(string? text) => text is null ? NilValue.Instance : new StringValue(text);

    private static TemplateOptions CreateOptions(TimeProvider timeProvider)
    {
        var options = new TemplateOptions
        {
            MaxSteps = LiquidLimits.Steps,
            MaxRecursion = LiquidLimits.Recursion,
            CultureInfo = CultureInfo.InvariantCulture,
            TimeZone = TimeZoneInfo.Utc,
            Now = timeProvider.GetUtcNow,
            MemberAccessStrategy = new UnsafeMemberAccessStrategy(),
            Assigned = static (_, value, _) =>
            {
                LiquidBudget.CheckSize(LiquidBudget.Size(value));
                return new(value);
            },
        };
        options.MemberAccessStrategy.Register<LiquidScope, object?>((scope, name) => scope.Get(name));
        options.ValueConverters.Add(static value => value switch
        {
            JsonElement element => PlainValue.FromJson(element),
            JsonNode node => PlainValue.FromJson(node),
            DateOnly or TimeOnly or Guid or TimeSpan or Enum => TextConversion.ToText(value),
            Stream or Type or Delegate => NilValue.Instance,
            _ => null,
        });
        LiquidFilters.Install(options.Filters);
        return options;
    }
}
