namespace Send.Engine.Expressions.Liquid;

/// <summary>Gives a template a member by its name, for <c>Variables.x</c> and <c>Input.x</c>.</summary>
/// <param name="Get">The value; null if there is none.</param>
internal sealed record LiquidScope(Func<string, object?> Get);
