using Fluid;
using Fluid.Values;

namespace Send.Engine.Expressions.Liquid;

/// <summary>Time and size that one rendering has left.</summary>
internal sealed class LiquidBudget
{
    private const string Key = "Send.Budget";
    private readonly CancellationToken cancellationToken;
    private readonly CpuBudget budget = new();

    public LiquidBudget(CancellationToken cancellationToken)
    {
        this.cancellationToken = cancellationToken;
        budget.Start();
    }

    public static LiquidBudget? Of(TemplateContext context) => context.AmbientValues.TryGetValue(Key, out var budget) ? budget as LiquidBudget : null;

    public void AttachTo(TemplateContext context) => context.AmbientValues[Key] = this;

    public void Check()
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (budget.IsUsedUp(LiquidLimits.Time))
        {
            throw new ExpressionException(ExpressionErrorKind.Limit, $"The template took longer than {LiquidLimits.Time.TotalMilliseconds:F0} ms.");
        }
    }

    public static void CheckSize(double characters)
    {
        if (characters > LiquidLimits.Characters)
        {
            throw new ExpressionException(ExpressionErrorKind.Limit, $"A text in the template is longer than {LiquidLimits.Characters} characters.");
        }
    }

    public static void CheckCount(double elements)
    {
        if (elements > LiquidLimits.Elements)
        {
            throw new ExpressionException(ExpressionErrorKind.Limit, $"A list in the template has more than {LiquidLimits.Elements} elements.");
        }
    }

    /// <summary>Characters of a text, or of all texts in a list.</summary>
    public static double Size(FluidValue value) => value switch
    {
        StringValue text => text.ToStringValue().Length,
        ArrayValue list => list.Values.Sum(Size),
        _ => 0,
    };
}
