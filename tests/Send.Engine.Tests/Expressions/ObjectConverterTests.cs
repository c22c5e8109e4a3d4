using System.Dynamic;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using Send.Engine.Expressions;

namespace Send.Engine.Tests.Expressions;

public sealed class ObjectConverterTests
{
    public static TheoryData<object?, Type, object?> Conversions => new()
    {
        { "12", typeof(int), 12 },
        { " 12 ", typeof(int), 12 },
        { "3.25", typeof(decimal), 3.25m },
        { "1.5", typeof(double), 1.5 },
        { "true", typeof(bool), true },
        { "0.02:00:00", typeof(TimeSpan), TimeSpan.FromHours(2) },
        { "2030-01-02T03:04:05Z", typeof(DateTimeOffset), new DateTimeOffset(2030, 1, 2, 3, 4, 5, TimeSpan.Zero) },
        { "2030-01-02", typeof(DateOnly), new DateOnly(2030, 1, 2) },
        { "2030-01-02T03:04:05Z", typeof(DateOnly), new DateOnly(2030, 1, 2) },
        { "friday", typeof(DayOfWeek), DayOfWeek.Friday },
        { 5d, typeof(DayOfWeek), DayOfWeek.Friday },
        { 12.0, typeof(int), 12 },
        { 1, typeof(bool), true },
        { 5, typeof(string), "5" },
        { 2.5, typeof(string), "2.5" },
        { true, typeof(string), "True" },
        { 7, typeof(int?), 7 },
        { "", typeof(int?), null },
        { "", typeof(int), 0 },
        { null, typeof(int), null },
        { "abc", typeof(int), 0 },
        { "abc", typeof(int?), null },
        { "yes", typeof(bool), false },
        { 3_000_000_000d, typeof(int), 0 },
        { double.NaN, typeof(int), 0 },
        { new DateTime(2031, 1, 2, 3, 4, 5, DateTimeKind.Utc), typeof(DateTimeOffset), new DateTimeOffset(2031, 1, 2, 3, 4, 5, TimeSpan.Zero) },
        { new DateTimeOffset(2031, 1, 2, 3, 4, 5, TimeSpan.Zero), typeof(DateOnly), new DateOnly(2031, 1, 2) },
    };

    [Theory]
    [MemberData(nameof(Conversions))]
    public void Value_IsConvertedLeniently(object? value, Type type, object? expected) => Assert.Equal(expected, ObjectConverter.ConvertTo(value, type));

    [Fact]
    public void JsonText_BecomesObjectOrList_OnlyWhereOneIsWanted()
    {
        Assert.Equal("""{"a":1}""", ObjectConverter.ConvertTo<object>("""{"a":1}"""));
        Assert.Equal(1, ObjectConverter.ConvertTo<IDictionary<string, object>>("""{"a":1}""")!["a"]);
        Assert.Equal(["p", "q"], ObjectConverter.ConvertTo<string[]>("""["p","q"]""")!);
        Assert.Equal(["p"], ObjectConverter.ConvertTo<List<string>>("p"));
        Assert.Equal([1, 2], ObjectConverter.ConvertTo<ICollection<int>>("[1,2]"));
        Assert.IsType<ExpandoObject>(ObjectConverter.ConvertTo<ExpandoObject>("""{"a":1}"""));
        Assert.Equal(new Point(1, 2), ObjectConverter.ConvertTo<Point>("""{"x":1,"y":2}"""));
        Assert.Equal(2, ObjectConverter.ConvertTo<JsonNode>("[1,2]")!.AsArray().Count);
        var objects = ObjectConverter.ConvertTo<object[]>("""[{"a":1}]""");
        Assert.Equal(1, Assert.IsAssignableFrom<IDictionary<string, object?>>(Assert.Single(objects!))["a"]);
    }

    [Fact]
    public void Dictionaries_AndClasses_ConvertBothWays()
    {
        var map = ObjectConverter.ConvertTo<IDictionary<string, object>>(new Point(1, 2));

        Assert.Equal(new Point(1, 2), ObjectConverter.ConvertTo<Point>(map));
        Assert.Equal("""{"x":1,"y":2}""", ObjectConverter.ConvertTo<string>(map));
        Assert.Equal("1", ObjectConverter.ConvertTo<IDictionary<string, string>>(new Dictionary<string, object?> { ["a"] = 1 })!["a"]);
    }

    [Fact]
    public void JsonElements_KeepDecimalsExact()
    {
        using var document = JsonDocument.Parse("""{"d":12.3456789012345678901,"n":5,"t":"7"}""");
        var root = document.RootElement;

        Assert.Equal(12.3456789012345678901m, ObjectConverter.ConvertTo<decimal>(root.GetProperty("d")));
        Assert.Equal("5", ObjectConverter.ConvertTo<string>(root.GetProperty("n")));
        Assert.Equal(7, ObjectConverter.ConvertTo<int>(root.GetProperty("t")));
        Assert.Equal(5, ObjectConverter.ConvertTo<object>(root.GetProperty("n")));
    }

    [Fact]
    public void Strict_ReportsWhatDoesNotConvert()
    {
        Assert.False(ObjectConverter.TryConvertTo("abc", typeof(int), out _));
        Assert.False(ObjectConverter.TryConvertTo("{broken", typeof(Point), out _));
        Assert.True(ObjectConverter.TryConvertTo("12", typeof(int), out var value));
        Assert.Equal(12, value);
    }

    [Fact]
    public void Conversion_OfAnyTextToAnyType_NeverThrows()
    {
        Type[] types = [typeof(int), typeof(decimal), typeof(bool), typeof(DateOnly), typeof(TimeSpan), typeof(Guid), typeof(Point), typeof(string[]), typeof(JsonNode), typeof(DayOfWeek), typeof(Uri), typeof(byte[])];
        Gen.Select(Gen.String, Gen.Int[0, types.Length - 1].Select(index => types[index])).Sample((text, type) =>
        {
            ObjectConverter.ConvertTo(text, type);
            ObjectConverter.ConvertTo("{" + text, type);
            return true;
        });
    }

    [Fact]
    public void PlainValues_SurviveBeingKeptAsJson()
    {
        var gen = Gen.Recursive<object?>((depth, inner) => depth >= 3
            ? Gen.OneOf(Gen.Int.Select(value => (object?)value), Gen.String.Select(value => (object?)value), Gen.Bool.Select(value => (object?)value))
            : Gen.OneOf(
                inner.List[0, 3].Select(value => (object?)value),
                Gen.Dictionary(Gen.String[Gen.Char.AlphaNumeric, 1, 5], inner)[0, 3].Select(value => (object?)value)));

        gen.Sample(value => PlainValue.ToJsonText(value) == PlainValue.ToJsonText(PlainValue.FromJson(PlainValue.ToJson(value))));
    }

    private sealed record Point(int X, int Y);
}
