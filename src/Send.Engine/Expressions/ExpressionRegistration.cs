namespace Send.Engine.Expressions;

/// <summary>A language that definitions may use. Register one as a singleton service to add a language.</summary>
/// <param name="Type">Name in definitions, for example <c>JavaScript</c>.</param>
/// <param name="Handler">What evaluates it; it is shared by all threads.</param>
public sealed record ExpressionRegistration(string Type, IExpressionHandler Handler);
