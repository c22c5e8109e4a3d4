using Send.Core.Results;

namespace Send.Host.Components.Session;

/// <summary>What a page knows of something it reads: not yet, a value, or why not. A reload keeps the old value on the page until the new one is there.</summary>
public sealed class Load<T>
{
    public bool HasValue { get; private set; }

    public T? Value { get; private set; }

    public IReadOnlyList<Error> Errors { get; private set; } = [];

    public bool IsBusy { get; private set; } = true;

    /// <summary>Takes the answer of a read.</summary>
    public void Take(Result<T> result)
    {
        ArgumentNullException.ThrowIfNull(result);
        IsBusy = false;
        Errors = result.Errors;
        if (result.IsSuccess)
        {
            (Value, HasValue) = (result.Value, true);
        }
    }

    /// <summary>Back to "not yet", for another address.</summary>
    public void Reset() => (HasValue, Value, Errors, IsBusy) = (false, default, [], true);
}
