using Microsoft.Extensions.Localization;
using MudBlazor;

namespace Send.Host.Localization;

/// <summary>The component library's own words, from `Texts/mud.json`; what is not there stays as the library has it in English.</summary>
internal sealed class MudTexts(Texts texts) : MudLocalizer
{
    public override LocalizedString this[string key]
    {
        get
        {
            var full = "mud." + key;
            return Texts.Entries.ContainsKey(full) ? new(key, texts[full]) : new(key, key, resourceNotFound: true);
        }
    }
}
