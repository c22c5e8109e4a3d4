namespace Send.Core.Results;

/// <summary>Either a value or at least one <see cref="Error"/>. Bugs and outages are exceptions, not results.</summary>
public sealed class Result<T>
{
    private readonly T? value;

    private Result(T? value, IReadOnlyList<Error> errors)
    {
        this.value = value;
        Errors = errors;
    }

    /// <summary>Empty when the request was done.</summary>
    public IReadOnlyList<Error> Errors { get; }

    /// <summary>True when there is a value.</summary>
    public bool IsSuccess => Errors.Count == 0;

    /// <summary>The value; throws <see cref="InvalidOperationException"/> on a refusal.</summary>
    public T Value => IsSuccess ? value! : throw new InvalidOperationException("Refused: " + Errors[0].Code);

    public static implicit operator Result<T>(T value) => new(value, []);

    public static implicit operator Result<T>(Error error) => new(default, [error]);

    /// <summary>A success; for values that may be null or are interfaces, where the conversion does not apply.</summary>
    public static Result<T> Of(T value) => new(value, []);

    /// <summary>A refusal with several errors, for example one per field.</summary>
    public static Result<T> Refused(IReadOnlyList<Error> errors) =>
        errors.Count > 0 ? new(default, errors) : throw new ArgumentException("A refusal names at least one error.", nameof(errors));
}
