using Fluid;

namespace Send.Engine.Expressions.Liquid;

/// <summary>A parsed template, or why it does not parse.</summary>
/// <param name="Template">The template; null if it does not parse.</param>
/// <param name="Error">What is wrong, with line and column; null if it parses.</param>
internal sealed record PreparedTemplate(IFluidTemplate? Template, ExpressionException? Error);
