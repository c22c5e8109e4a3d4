using Fluid;
using Fluid.Ast;
using Fluid.Values;
using FluidExpression = Fluid.Ast.Expression;

namespace Send.Engine.Expressions.Liquid;

/// <summary>A range <c>(a..b)</c> that is measured before it is made: the original makes every number of it first.</summary>
internal sealed class LimitedRange(RangeExpression range) : FluidExpression
{
    public override async ValueTask<FluidValue> EvaluateAsync(TemplateContext context)
    {
        var from = (await range.From.EvaluateAsync(context)).ToNumberValue();
        var to = (await range.To.EvaluateAsync(context)).ToNumberValue();
        LiquidBudget.CheckCount((double)to - (double)from);
        return await range.EvaluateAsync(context);
    }

    protected override FluidExpression Accept(AstVisitor visitor) => visitor is RangeLimiter ? this : base.Accept(visitor);
}

/// <summary>Puts <see cref="LimitedRange"/> where a template has a range.</summary>
internal sealed class RangeLimiter : AstRewriter
{
    protected override FluidExpression VisitRangeExpression(RangeExpression rangeExpression) => new LimitedRange(rangeExpression);
}
