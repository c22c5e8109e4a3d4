using Send.Core.Forms;

namespace Send.Core.Tests.Forms;

public sealed class ShippedFormTests
{
    private static readonly FormCatalog Catalog = Shipped.Forms;

    public static TheoryData<string> Ids => [.. Catalog.All.Select(form => form.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Form_FilledFromItsSchema_PassesForItsFirstOutcome(string id)
    {
        var form = Catalog.Get(id);
        var properties = FormSchema.Build(form, null, Catalog.SampleContext).Schema["properties"]!.AsObject();
        var data = new System.Text.Json.Nodes.JsonObject(properties.Select(p => KeyValuePair.Create(p.Key, p.Value!["example"]?.DeepClone())));

        var check = FormValidator.Validate(form, data, form.Outcomes[0].Name, Catalog.SampleContext, "en");

        Assert.Empty(check.Errors);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Form_SentEmpty_NamesTheFieldsThatAreMissingInBothLanguages(string id)
    {
        var form = Catalog.Get(id);

        var english = FormValidator.Validate(form, [], form.Outcomes[0].Name, FormContext.Empty, "en").Errors;
        var italian = FormValidator.Validate(form, [], form.Outcomes[0].Name, FormContext.Empty, "it").Errors;

        Assert.NotEmpty(english);
        Assert.Equal(english.Select(e => (e.Pointer, e.Code)), italian.Select(e => (e.Pointer, e.Code)));
        Assert.All(english.Zip(italian), pair => Assert.NotEqual(pair.First.Message, pair.Second.Message));
    }
}
