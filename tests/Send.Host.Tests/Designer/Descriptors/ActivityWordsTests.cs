using Microsoft.Extensions.DependencyInjection;
using Send.Host.Designer.Api.Descriptors;
using Send.Host.Designer.Looks;
using Send.Host.Localization;
using Send.Core.Reference;
using Send.Host.Tests.Api;

namespace Send.Host.Tests.Designer.Descriptors;

/// <summary>Everything that a coordinator reads in the palette and the editor is there in English and Italian.</summary>
[Collection(ApiCollection.Name)]
public sealed class ActivityWordsTests(SharedApiHost shared)
{
    [Fact]
    public async Task Members_OfEveryActivityOfThePalette_HaveBothLanguages()
    {
        var page = await CatalogueAsync("en");
        List<string> missing = [];
        foreach (var model in page.Models.Where(model => model.IsBrowsable && TaskForms.FormIdOf(model.TypeName) is null))
        {
            string[] members =
            [
                "name", "description",
                .. model.Inputs.Where(input => input.IsBrowsable).SelectMany(input => new[] { $"input.{input.Name}", $"input.{input.Name}.help" }),
                .. model.Outputs.Where(output => output.IsBrowsable).SelectMany(output => new[] { $"output.{output.Name}", $"output.{output.Name}.help" }),
                .. model.Ports.Where(port => port.IsBrowsable).Select(port => $"outcome.{port.Name}"),
            ];
            missing.AddRange(members.Where(member => string.IsNullOrWhiteSpace(ActivityWords.Find(model.TypeName, member)?.It)).Select(member => $"{model.TypeName}/{member}"));
        }

        Assert.Equal("", string.Join('\n', missing));
    }

    [Fact]
    public async Task Words_Written_BelongToSomething()
    {
        var known = (await CatalogueAsync("en")).Models.Select(model => model.TypeName).Append(ActivityWords.Shared).Append(ActivityWords.Categories).ToHashSet(StringComparer.Ordinal);
        Assert.Equal("", string.Join('\n', ActivityWords.Entries.Keys.Where(key => !known.Contains(key[..key.IndexOf('/', StringComparison.Ordinal)]))));
        Assert.All(ActivityWords.Entries, entry => Assert.False(string.IsNullOrWhiteSpace(entry.Value.En) || string.IsNullOrWhiteSpace(entry.Value.It), entry.Key));
    }

    [Fact]
    public async Task Choices_OfEnumerations_HaveWords()
    {
        foreach (var model in (await CatalogueAsync("it")).Models.Where(model => model.IsBrowsable))
        {
            foreach (var input in model.Inputs.Where(input => input.IsBrowsable && input.UiHint == "dropdown" && input.UiSpecifications.Count > 0))
            {
                var items = System.Text.Json.JsonSerializer.SerializeToNode(input.UiSpecifications, Host.Designer.Api.ElsaJson.Options)!["dropdown"]!["selectList"]!["items"]!.AsArray();
                Assert.All(items, item => Assert.DoesNotContain("CaseStage.", (string?)item!["text"], StringComparison.Ordinal));
                Assert.All(items, item => Assert.NotEqual("WaitAll", (string?)item!["text"]));
            }
        }
    }

    [Fact]
    public async Task Language_OfThePerson_DecidesNotThatOfTheBrowser()
    {
        var italian = await CatalogueAsync("it");
        var english = await CatalogueAsync("en");
        Assert.NotEqual(italian.Tag, english.Tag);
        var visa = italian.Models.Single(model => model.TypeName == "Send.ArrangeVisa");
        Assert.Equal(("Ottenere il visto", "Send · Logistica", "Concesso"), (visa.DisplayName, visa.Category, visa.Ports.Single(port => port.Name == "Granted").DisplayName));
        Assert.Equal("Se", italian.Models.Single(model => model.TypeName == "Elsa.If").DisplayName);
    }

    [Fact]
    public async Task Names_OfThePalette_AreUniqueSoThatLooksFindThem()
    {
        foreach (var language in DesignerLanguage.All)
        {
            var looks = ActivityLooks.For((await CatalogueAsync(language)).Models, shared.Host.Services.GetRequiredService<ReferenceData>());
            var ours = (await CatalogueAsync(language)).Models.Where(model => model.IsBrowsable && model.TypeName.StartsWith("Send.", StringComparison.Ordinal)).Select(model => model.TypeName);
            Assert.Equal("", string.Join(' ', ours.Except(looks.Select(look => look.Type))));
            Assert.Equal("", string.Join(", ", looks.GroupBy(look => look.Name).Where(group => group.Count() > 1).Select(group => group.Key)));
        }
    }

    private async Task<CataloguePage> CatalogueAsync(string language) =>
        await shared.Host.Services.GetRequiredService<ActivityCatalogue>().PageAsync(language, TestContext.Current.CancellationToken);
}
