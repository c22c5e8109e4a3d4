namespace Send.Engine.Exceptions;

/// <summary>Raised by the Fault activity.</summary>
public sealed class FaultException : Exception
{
    /// <summary>Creates the exception.</summary>
    public FaultException(string? code, string? category, string? type, string? message) : base(message)
    {
        Code = code;
        Category = category;
        Type = type;
    }

    /// <summary>Short code that people can look up.</summary>
    public string? Code { get; }

    /// <summary>Area it belongs to.</summary>
    public string? Category { get; }

    /// <summary>Kind of fault, for example Business or System.</summary>
    public string? Type { get; }
}
