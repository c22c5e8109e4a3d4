using MudBlazor;
using Send.Core.Results;
using Send.Host.Localization;

namespace Send.Host.Components.Session;

/// <summary>Says in a corner of the page what came of a request.</summary>
public sealed class Answers(ISnackbar snackbar, ErrorWords words)
{
    /// <summary>The text when it was done, else why not. Answers whether it was done.</summary>
    public bool Say<T>(Result<T> result, string done)
    {
        ArgumentNullException.ThrowIfNull(result);
        if (result.IsSuccess)
        {
            Tell(done);
        }
        else
        {
            Refuse(result.Errors);
        }

        return result.IsSuccess;
    }

    /// <summary>Good news.</summary>
    public void Tell(string text) => snackbar.Add(text, Severity.Success);

    /// <summary>Why something was not done; <paramref name="about"/> names what.</summary>
    public void Refuse(IReadOnlyList<Error> errors, string? about = null) =>
        snackbar.Add((about is null ? "" : about + ": ") + string.Join(" ", errors.Select(words.For)), Severity.Error);
}
