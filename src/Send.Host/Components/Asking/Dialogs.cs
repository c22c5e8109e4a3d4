using MudBlazor;
using Send.Host.Components.Asking;

namespace Send.Host.Components.Session;

/// <summary>Asks before something that cannot be taken back, or for the few facts that an action needs.</summary>
public sealed class Dialogs(IDialogService dialogs)
{
    /// <summary>True when the person confirmed.</summary>
    public async Task<bool> ConfirmAsync(string title, string text, string confirm, bool danger = false) =>
        await AskAsync(title, text, confirm, [], danger) is not null;

    /// <summary>The answers by field id, or null when the person turned back.</summary>
    public async Task<IReadOnlyDictionary<string, string?>?> AskAsync(string title, string text, string confirm, IReadOnlyList<DialogField> fields, bool danger = false)
    {
        var parameters = new DialogParameters<AskDialog>
        {
            { dialog => dialog.Text, text },
            { dialog => dialog.Confirm, confirm },
            { dialog => dialog.Fields, fields },
            { dialog => dialog.Danger, danger },
        };
        var dialog = await dialogs.ShowAsync<AskDialog>(title, parameters);
        var result = await dialog.Result;
        return result is { Canceled: false, Data: IReadOnlyDictionary<string, string?> answers } ? answers : null;
    }
}

/// <summary>One question of a dialog. <paramref name="Value"/> is what stands there at first; dates are ISO.</summary>
public sealed record DialogField(
    string Id, string Label, DialogFieldKind Kind, string? Value = null, IReadOnlyList<(string Value, string Text)>? Options = null, bool Required = true, string? Help = null);

/// <summary>What is asked for.</summary>
public enum DialogFieldKind
{
    Text,
    Long,
    Date,
    Choice,
    YesNo,
}
