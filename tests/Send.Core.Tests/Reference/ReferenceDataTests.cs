using Send.Core.Deadlines;
using Send.Core.Reference;

namespace Send.Core.Tests.Reference;

public sealed class ReferenceDataTests
{
    [Fact]
    public void Plan_EveryStep_IsTheIdOfAFormWithATask()
    {
        var steps = Shipped.Reference.Plan.Steps.Select(step => step.Code).Order();
        var forms = Shipped.Forms.All.Select(form => form.Id).Where(id => !id.StartsWith("event-", StringComparison.Ordinal)).Order();

        Assert.Equal(forms, steps);
    }

    [Fact]
    public void Countries_SchengenIn2027_AreTwentyNine() =>
        Assert.Equal(29, Shipped.Reference.Countries.Count(c => c.Schengen <= Shipped.Day("2027-01-01")));

    [Fact]
    public void Countries_UnionAndEea_AreTwentySevenAndThirty()
    {
        Assert.Equal(27, Shipped.Reference.Countries.Count(c => c.Eu is not null));
        Assert.Equal(30, Shipped.Reference.Countries.Count(c => c.Eea is not null));
        Assert.All(Shipped.Reference.Countries.Where(c => c.Eu is not null || c.Schengen is not null), c => Assert.True(c.MovesFreely(Shipped.Day("2027-01-01"))));
    }

    [Theory]
    [InlineData("IT", "2027-03-29")] // Easter Monday
    [InlineData("ES", "2027-10-12")]
    [InlineData("DE", "2028-10-03")]
    [InlineData("IS", "2029-06-17")]
    public void Holidays_KnownDay_IsOne(string country, string day) => Assert.True(Shipped.Reference.Holidays.Contains(country, Shipped.Day(day)));

    [Fact]
    public void Holidays_EveryProgrammeCountry_HasEveryYear()
    {
        var programme = Shipped.Reference.Countries.Where(c => c.Programme is not null).Select(c => c.Code).ToList();

        Assert.Equal(33, programme.Count);
        Assert.All(programme, country => Assert.All(Enumerable.Range(2025, 6), year => Assert.True(Shipped.Reference.Holidays.Contains(country, new DateOnly(year, 1, 1)) || country == "GB")));
    }

    [Theory]
    [InlineData("1013", "Hotel, restaurants and catering")]
    [InlineData("10139", "Hotel, restaurants and catering")]
    [InlineData("1099", "Services")]
    public void FieldName_LongestKnownPrefix_NamesIt(string code, string name) => Assert.Equal(name, Shipped.Reference.FieldName(code)!.En);

    [Theory]
    [InlineData("reminders.json", "\"onDueDay\": true", "\"onDueDate\": true", "$.onDueDate")]
    [InlineData("programmes.json", "\"minDays\": 14", "\"minDays\": 500", "$.programmes[1].minDays")]
    [InlineData("deadline-plan.json", "\"code\": \"visa\"", "\"code\": \"insurance\"", "$.steps[17].code")]
    [InlineData("holidays.json", "0101 0106", "0101 0230", "$.countries.AT.2025")]
    [InlineData("countries.json", "\"code\": \"AD\"", "\"code\": \"QQ\"", "$.countries")]
    public void Load_BrokenFile_NamesFileAndPath(string file, string right, string wrong, string path)
    {
        var folder = Directory.CreateTempSubdirectory("send-reference-");
        try
        {
            foreach (var source in Directory.EnumerateFiles(RepositoryRoot.Path("workflows", "reference")))
            {
                File.Copy(source, Path.Combine(folder.FullName, Path.GetFileName(source)));
            }

            var target = Path.Combine(folder.FullName, file);
            var text = File.ReadAllText(target);
            var at = text.IndexOf(right, StringComparison.Ordinal);
            File.WriteAllText(target, text.Remove(at, right.Length).Insert(at, wrong));

            var refusal = Assert.Throws<ReferenceDataException>(() => ReferenceData.Load(folder.FullName));

            Assert.StartsWith(file, refusal.Message);
            Assert.Contains(path, refusal.Message);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Load_MissingFile_NamesIt()
    {
        var folder = Directory.CreateTempSubdirectory("send-reference-");
        try
        {
            Assert.Contains("countries.json", Assert.Throws<ReferenceDataException>(() => ReferenceData.Load(folder.FullName)).Message);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Calendar_CountryWithoutTable_CountsWeekendsOnly() =>
        Assert.True(Shipped.Reference.Holidays.Calendar("JP").IsWorkingDay(Shipped.Day("2027-01-01")) && Holidays.None.Calendar("IT").IsWorkingDay(Shipped.Day("2027-01-06")));
}
