using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace Send.EndToEnd.Tests.Browser;

/// <summary>
/// Fills a form on a page as a person does, control by control. It knows the kinds of controls (`data-type`), not the forms:
/// what to enter comes as data, field by field (`data-field` is the path of the value).
/// </summary>
internal sealed class FormFiller(IPage page)
{
    private static readonly FilePayload Evidence = new() { Name = "evidence.txt", MimeType = "text/plain", Buffer = "Attendance list, signed."u8.ToArray() };
    private static readonly LocatorFillOptions Quick = new() { Timeout = 10_000 };

    /// <summary>Enters every value whose field is shown and can be changed.</summary>
    public async Task FillAsync(JsonObject values)
    {
        var form = page.GetByTestId("task-form");
        await form.WaitForAsync();

        // A choice may bring fields into view that come before it, so what is shown is looked at until nothing new appears.
        var filled = new HashSet<string>(StringComparer.Ordinal);
        for (var before = -1; before != filled.Count;)
        {
            before = filled.Count;
            foreach (var (name, value) in values)
            {
                if (value is not null && !filled.Contains(name) && await FillFieldAsync(form, name, value))
                {
                    filled.Add(name);
                }
            }
        }
    }

    private static async Task<bool> FillFieldAsync(ILocator form, string pointer, JsonNode value)
    {
        var field = form.Locator($"[data-field='{pointer}']");
        if (await field.CountAsync() == 0 || !await field.IsVisibleAsync())
        {
            return false;
        }

        if (await IsDisabledAsync(field))
        {
            return true;
        }

        switch (await field.GetAttributeAsync("data-type"), value)
        {
            case ("table", JsonArray rows):
                await FillTableAsync(form, field, pointer, rows);
                break;
            case ("signature", JsonObject signature):
                foreach (var (part, text) in signature)
                {
                    await EnterAsync(field.Locator($"[data-part='{part}'] input"), text!.ToString());
                }

                break;
            case ("multi", JsonArray chosen):
                foreach (var choice in chosen)
                {
                    await TickAsync(field.Locator($"input[type=checkbox][value='{choice}']"));
                }

                break;
            case ("file", _):
                await field.Locator("input[type=file]").SetInputFilesAsync(Evidence);
                await field.Locator("a[href*='documents/']").WaitForAsync();
                break;
            case var (type, _):
                await EnterOrPickAsync(field, Text(value, type));
                break;
        }

        return true;
    }

    private static async Task FillTableAsync(ILocator form, ILocator table, string pointer, JsonArray rows)
    {
        for (var row = 0; row < rows.Count; row++)
        {
            if (await table.Locator($"tr[data-row='{row}']").CountAsync() == 0)
            {
                await table.Locator("[data-action='add-row']").ClickAsync();
                await table.Locator($"tr[data-row='{row}']").WaitForAsync();
            }

            foreach (var (column, value) in rows[row]!.AsObject())
            {
                if (value is not null)
                {
                    await FillFieldAsync(form, $"{pointer}/{row}/{column}", value);
                }
            }
        }
    }

    private static async Task EnterOrPickAsync(ILocator field, string text)
    {
        var radio = field.Locator($"input[type=radio][value='{text}']");
        if (await radio.CountAsync() > 0)
        {
            await TickAsync(radio.First);
        }
        else if (await field.Locator("select").CountAsync() > 0)
        {
            await field.Locator("select").First.SelectOptionAsync(text);
        }
        else
        {
            await EnterAsync(field.Locator("input, textarea").First, text);
        }
    }

    /// <summary>Clicks on the label, as people do: the control itself may be drawn by the page.</summary>
    private static async Task TickAsync(ILocator control)
    {
        if (!await control.IsCheckedAsync())
        {
            await control.Locator("xpath=ancestor::label[1]").ClickAsync();
            await Assertions.Expect(control).ToBeCheckedAsync();
        }
    }

    /// <summary>Types and leaves the field with the keyboard, which is when the page takes the value.</summary>
    private static async Task EnterAsync(ILocator input, string text)
    {
        await input.FillAsync(text, Quick);
        await input.PressAsync("Tab");
    }

    private static async Task<bool> IsDisabledAsync(ILocator field)
    {
        var controls = field.Locator("input, select, textarea, button");
        return await controls.CountAsync() > 0 && await controls.First.IsDisabledAsync();
    }

    private static string Text(JsonNode value, string? type) => type == "dateTime" && DateTimeOffset.TryParse(value.ToString(), CultureInfo.InvariantCulture, out var moment)
        ? moment.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture)
        : value.ToString();
}
