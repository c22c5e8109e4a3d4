using CsCheck;
using Send.Core.Credits;

namespace Send.Core.Tests.Credits;

public sealed class GradeConversionTests
{
    private static readonly GradeTable Host = Table(("10", 5), ("9", 15), ("8", 25), ("7", 30), ("6", 15), ("5", 10));

    private static readonly GradeTable Home = Table(
        ("30L", 6), ("30", 14), ("29", 4), ("28", 14), ("27", 12), ("26", 9), ("25", 8), ("24", 11), ("23", 3), ("22", 6), ("21", 2), ("20", 4), ("19", 2), ("18", 5));

    private static readonly Gen<GradeTable> Tables = Gen.Int[0, 50].Array[2, 12].Where(counts => counts.Sum() > 0)
        .Select(counts => new GradeTable([.. counts.Select((count, i) => new GradeCount($"g{i}", count))]));

    [Theory]
    [InlineData("10", "30L (5)", "30L", "30L", "30L")]
    [InlineData("9", "30L (1), 30 (14)", "30L", "30", "30")]
    [InlineData("8", "29 (4), 28 (14), 27 (7)", "29", "28", "27")]
    [InlineData("7", "27 (5), 26 (9), 25 (8), 24 (8)", "27", "25", "24")]
    [InlineData("6", "24 (3), 23 (3), 22 (6), 21 (2), 20 (1)", "24", "22", "20")]
    [InlineData("5", "20 (3), 19 (2), 18 (5)", "20", "18", "18")] // the middle lies on the border of 19 and 18: the worse one counts
    public void Convert_WorkedExample_GivesItsTable(string grade, string overlaps, string maximum, string mean, string minimum)
    {
        var converted = GradeConversion.Convert(Host, Home, grade)!;

        Assert.Equal(overlaps, string.Join(", ", converted.Overlaps.Select(o => $"{o.Label} ({o.Percent:0.##})")));
        Assert.Equal((maximum, mean, minimum), (converted.By(GradePolicy.Maximum), converted.By(GradePolicy.Mean), converted.By(GradePolicy.Minimum)));
    }

    [Fact]
    public void Convert_HostEight_HasTheShortenedGrading()
    {
        var converted = GradeConversion.Convert(Host, Home, "8")!;

        Assert.Equal((55m, 25m, 20m), (converted.Lower, converted.Equal, converted.Higher));
    }

    [Fact]
    public void Convert_SumsThatAreNotOneHundred_UsesCounts()
    {
        var converted = GradeConversion.Convert(Table(("A", 1), ("B", 1), ("C", 1)), Table(("1", 1), ("2", 2)), "B")!;

        Assert.Equal(("2", "2", "2"), (converted.Maximum, converted.Mean, converted.Minimum));
    }

    [Fact]
    public void Convert_PassOnlyUnknownOrNeverGivenGrade_IsNotConverted()
    {
        Assert.Null(GradeConversion.Convert(Table(("passed", 10)), Home, "passed"));
        Assert.Null(GradeConversion.Convert(Host, Table(("passed", 10)), "8"));
        Assert.Null(GradeConversion.Convert(Host, Home, "4"));
        Assert.Null(GradeConversion.Convert(Table(("A", 3), ("B", 0), ("C", 2)), Home, "B"));
    }

    [Fact]
    public void Table_NothingCountedOrRepeated_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => Table(("A", 0)));
        Assert.Throws<ArgumentException>(() => Table(("A", 1), ("A", 2)));
        Assert.Throws<ArgumentException>(() => Table(("A", -1), ("B", 2)));
    }

    [Fact]
    public void Convert_AnyTables_OverlapsAddUpToTheBandAndTheMeanIsAmongThem() =>
        Gen.Select(Tables, Tables).Sample((host, home) => host.Grades.All(grade =>
        {
            if (GradeConversion.Convert(host, home, grade.Label) is not { } converted)
            {
                return grade.Count == 0;
            }

            return Math.Abs(converted.Overlaps.Sum(o => o.Percent) - converted.Equal) < 0.000001m
                && Math.Abs(converted.Lower + converted.Equal + converted.Higher - 100) < 0.000001m
                && converted.Overlaps.Any(o => o.Label == converted.Mean);
        }));

    [Fact]
    public void Convert_SameTable_GivesTheSameGrade() =>
        Tables.Sample(table => table.Grades.All(grade => grade.Count == 0 || GradeConversion.Convert(table, table, grade.Label) is { } c && (c.Maximum, c.Mean, c.Minimum) == (grade.Label, grade.Label, grade.Label)));

    private static GradeTable Table(params (string Label, int Count)[] grades) => new([.. grades.Select(g => new GradeCount(g.Label, g.Count))]);
}
