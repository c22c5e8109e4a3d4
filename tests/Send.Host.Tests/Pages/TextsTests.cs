using System.Text.RegularExpressions;
using Send.Core.Cases;
using Send.Core.Deadlines;
using Send.Core.Documents;
using Send.Core.Mail;
using Send.Core.Organisations;
using Send.Core.Search;
using Send.Core.Staff;
using Send.Core.Tasks;
using Send.Host.Features.Inbox;
using Send.Host.Localization;
using Send.TestKit.Hosting;

namespace Send.Host.Tests.Pages;

/// <summary>Everything that a page says is there in both languages.</summary>
public sealed partial class TextsTests
{
    [Fact]
    public void Texts_EveryKey_HasBothLanguagesWithTheSamePlaceholders()
    {
        var wrong = Texts.Entries
            .Where(entry => string.IsNullOrWhiteSpace(entry.Value.En) || string.IsNullOrWhiteSpace(entry.Value.It)
                || !Holes(entry.Value.En).SetEquals(Holes(entry.Value.It!)))
            .Select(entry => entry.Key).ToList();

        Assert.Empty(wrong);
        Assert.True(Texts.Entries.Count > 400, "The texts were not found.");
    }

    [Fact]
    public void Texts_EveryKeyThatSourcesName_Exists()
    {
        var missing = new SortedSet<string>(StringComparer.Ordinal);
        var found = 0;
        foreach (var file in Sources())
        {
            var source = File.ReadAllText(file);
            foreach (Match use in Key().Matches(source))
            {
                found++;
                var key = use.Groups["key"].Value;
                var counted = use.Value.Contains(".Count(", StringComparison.Ordinal);
                if (counted ? !(Texts.Entries.ContainsKey(key + ".one") && Texts.Entries.ContainsKey(key + ".other")) : !Texts.Entries.ContainsKey(key))
                {
                    missing.Add($"{key} ({Path.GetFileName(file)})");
                }
            }
        }

        Assert.True(found > 300, "The sources were not found.");
        Assert.Empty(missing);
    }

    [Theory]
    [InlineData(typeof(CaseSort))]
    [InlineData(typeof(CaseStage))]
    [InlineData(typeof(CaseStatus))]
    [InlineData(typeof(StageState))]
    [InlineData(typeof(StaffRole))]
    [InlineData(typeof(Permission))]
    [InlineData(typeof(InboxView))]
    [InlineData(typeof(DueGroup))]
    [InlineData(typeof(TaskState))]
    [InlineData(typeof(DocumentState))]
    [InlineData(typeof(DeadlineState))]
    [InlineData(typeof(MailState))]
    [InlineData(typeof(SearchKind))]
    [InlineData(typeof(OrganisationKinds))]
    public void Texts_EveryValueOfAnEnumeration_HasAWord(Type type) =>
        Assert.All(Enum.GetNames(type), name => Assert.Contains($"{type.Name}.{name}", Texts.Entries));

    [Fact]
    public void Texts_EveryAnchor_HasItsThreeSentences() =>
        Assert.All(Enum.GetNames<DeadlineAnchor>(), anchor => Assert.All(["on", "before", "after"], when => Assert.Contains($"anchor.{anchor}.{when}", Texts.Entries)));

    [Fact]
    public void Texts_EveryEventOfACase_HasAName() => Assert.All(CaseEvents.All, name => Assert.Contains("event." + name, Texts.Entries));

    [Theory]
    [InlineData("en-GB", "Inbox", "3 tasks selected", "1 task selected")]
    [InlineData("it-IT", "Attività", "3 attività selezionate", "1 attività selezionata")]
    public void Texts_Culture_DecidesTheLanguageAndNumber(string culture, string title, string many, string one)
    {
        using var spoken = new Spoken(culture);
        var texts = new Texts();

        Assert.Equal(title, texts["inbox.title"]);
        Assert.Equal(many, texts.Count("inbox.selected", 3));
        Assert.Equal(one, texts.Count("inbox.selected", 1));
    }

    [Fact]
    public void Texts_UnknownKey_IsShownAsItIs() => Assert.Equal("nothing.of.that", new Texts()["nothing.of.that"]);

    private static HashSet<string> Holes(string text) => [.. Hole().Matches(text).Select(match => match.Value)];

    private static IEnumerable<string> Sources() =>
        new[] { "Components", "Designer", "Features", "Localization" }.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "Send.Host", folder), "*.*", SearchOption.AllDirectories))
            .Where(file => file.EndsWith(".razor", StringComparison.Ordinal) || file.EndsWith(".cs", StringComparison.Ordinal));

    [GeneratedRegex(@"(\bT|\btexts|\bTexts)(\.Count\(|\[)""(?<key>[a-zA-Z]+\.[A-Za-z0-9.-]+)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Key();

    [GeneratedRegex(@"\{[a-zA-Z0-9]+\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Hole();
}
