using System.Globalization;
using Send.Engine;
using Send.Engine.Models;
using Send.Engine.UIHints.CheckList;
using Send.Engine.UIHints.Dropdown;
using Send.Host.Localization;

namespace Send.Host.Designer.Api.Descriptors;

/// <summary>What the editor of an input is told, above all its choices: from the activity's attributes and from the handlers that it names, with words for values of enumerations.</summary>
internal sealed class InputChoices(IServiceProvider services)
{
    /// <summary>The facts by their names, in a language.</summary>
    /// <param name="input">The input.</param>
    /// <param name="context">The other inputs as they stand in the editor; null when they are not known.</param>
    /// <param name="language">Language of the choices.</param>
    /// <param name="ct">Cancels the work.</param>
    public async ValueTask<IReadOnlyDictionary<string, object?>> OfAsync(InputDescriptor input, object? context, string language, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(input);
        var facts = input.UISpecifications.ToDictionary(StringComparer.Ordinal);
        var handlers = input.Property is null ? [] : input.UIHandlers.Select(type => (IPropertyUIHandler)ActivatorUtilities.CreateInstance(services, type));
        foreach (var handler in handlers.OrderBy(handler => handler.Priority))
        {
            foreach (var (name, value) in await AskAsync(handler, input, context, language, ct))
            {
                facts[name] = value;
            }
        }

        return facts.ToDictionary(fact => fact.Key, fact => Spoken(fact.Value, input, language), StringComparer.Ordinal);
    }

    /// <summary>Handlers speak the language of the current culture, on Elsa's server and here.</summary>
    private static async Task<IDictionary<string, object>> AskAsync(IPropertyUIHandler handler, InputDescriptor input, object? context, string language, CancellationToken ct)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        try
        {
            return await handler.GetUIPropertiesAsync(input.Property!, context, ct);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    private static object? Spoken(object? fact, InputDescriptor input, string language)
    {
        var type = Nullable.GetUnderlyingType(input.Type) ?? input.Type;
        return fact switch
        {
            DropDownProps { SelectList: { } list } => new DropDownProps { SelectList = new([.. list.Items.Select(item => item with { Text = Word(item.Text, type, language) })]) },
            CheckListProps { CheckList: { } list } => new CheckListProps { CheckList = new([.. list.Items.Select(item => item with { Text = Word(item.Text, type, language) })]) },
            _ => fact,
        };
    }

    /// <summary>A choice is named by its text, or by the key of one: `CaseStage.Intake`, or just `Intake` where the input is of that type.</summary>
    private static string Word(string text, Type type, string language) =>
        (Texts.Entries.GetValueOrDefault(text) ?? (type.IsEnum ? Texts.Entries.GetValueOrDefault($"{type.Name}.{text}") : null))?.In(language) ?? text;
}
