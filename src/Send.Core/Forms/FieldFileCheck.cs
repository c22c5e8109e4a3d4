using System.Text.RegularExpressions;

namespace Send.Core.Forms;

/// <summary>Checks of one field of a form file: what its type needs and may have, and that its example is right.</summary>
internal sealed class FieldFileCheck(FormField field, bool isColumn, string path, Action<bool, string, string> expect)
{
    public void Run()
    {
        var hasOptions = field.Type is FieldType.Choice or FieldType.Multi;
        expect(hasOptions == field.Options.Count > 0, path + ".options", hasOptions ? "A choice needs options." : "Only `choice` and `multi` have options.");
        expect(field.Options.Select(o => o.Value).Distinct(StringComparer.Ordinal).Count() == field.Options.Count, path + ".options", "Each option's value is used once.");
        expect((field.Type == FieldType.Table) == field.Columns.Count > 0, path + ".columns", "A table has columns, and nothing else has.");
        expect(!isColumn || field.Type is not (FieldType.Table or FieldType.Signature), path + ".type", "A column is neither a table nor a signature.");
        expect(field.Min is null || field.Max is null || field.Min <= field.Max, path + ".min", "`min` is not greater than `max`.");
        var bounded = field.Type is FieldType.Text or FieldType.Long or FieldType.City or FieldType.Int or FieldType.Decimal or FieldType.Money or FieldType.Multi or FieldType.Table;
        expect(bounded || (field.Min is null && field.Max is null), path + ".min", "`min` and `max` belong to texts, numbers, tables and `multi`.");
        expect(!field.ReadOnly || isColumn || field.Prefill is not null, path + ".readOnly", "A read-only field needs a `prefill` path that fills it.");
        expect(!field.Required || field.RequiredWhen is null, path + ".requiredWhen", "A field is either `required` or has `requiredWhen`.");
        expect(!(field.Required && field.Type == FieldType.File), path + ".required", "A file is never required: a case must be able to go on while the paper is on its way.");
        if (IsPattern())
        {
            Example();
        }
    }

    private bool IsPattern()
    {
        try
        {
            _ = FieldPattern.Fits(field.Pattern ?? "", "");
        }
        catch (RegexParseException)
        {
            expect(false, path + ".pattern", "This is not a regular expression.");
            return false;
        }

        expect(field.Pattern is null || (field.Type == FieldType.Text && field.PatternMessage is not null), path + ".pattern", "A pattern belongs to a `text` and comes with a `patternMessage`.");
        return true;
    }

    private void Example()
    {
        expect(!Operand.IsMalformed(field.Example), path + ".example", "A reference is `$case.return` with an optional offset such as `+30d` and time such as `@09:30`.");
        var reader = new FormReader("en", complete: true);
        var example = FormExamples.Static(field, FormSample.Context);
        reader.Read(field, example);
        foreach (var error in reader.ErrorsOf(field))
        {
            expect(false, path + ".example", $"The example is wrong at {error.Pointer}: {error.Message}");
        }

        expect(!JsonValues.IsEmpty(example), path + ".example", "An example has a value.");
    }
}
