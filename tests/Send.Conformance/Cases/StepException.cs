namespace Send.Conformance.Cases;

/// <summary>A step of a script cannot be done.</summary>
public sealed class StepException(string message) : Exception(message);
