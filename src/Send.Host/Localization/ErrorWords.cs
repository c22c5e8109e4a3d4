using Send.Core.Results;

namespace Send.Host.Localization;

/// <summary>A refusal in the reader's language: the text `errors.{code}` where there is one, else the handler's English prose.</summary>
public sealed class ErrorWords(Texts texts)
{
    public string For(Error error)
    {
        ArgumentNullException.ThrowIfNull(error);
        return texts.Or("errors." + error.Code, error.Message);
    }
}
