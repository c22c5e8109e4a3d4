using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;

namespace Send.Engine.Expressions;

/// <summary>From and to text, in the invariant culture.</summary>
internal static class TextConversion
{
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    private static readonly Dictionary<Type, Func<string, object>> Parsers = new()
    {
        [typeof(bool)] = text => bool.Parse(text),
        [typeof(byte)] = text => byte.Parse(text, NumberStyles.Integer, Invariant),
        [typeof(sbyte)] = text => sbyte.Parse(text, NumberStyles.Integer, Invariant),
        [typeof(short)] = text => short.Parse(text, NumberStyles.Integer, Invariant),
        [typeof(ushort)] = text => ushort.Parse(text, NumberStyles.Integer, Invariant),
        [typeof(int)] = text => int.Parse(text, NumberStyles.Integer, Invariant),
        [typeof(uint)] = text => uint.Parse(text, NumberStyles.Integer, Invariant),
        [typeof(long)] = text => long.Parse(text, NumberStyles.Integer, Invariant),
        [typeof(ulong)] = text => ulong.Parse(text, NumberStyles.Integer, Invariant),
        [typeof(float)] = text => float.Parse(text, NumberStyles.Float, Invariant),
        [typeof(double)] = text => double.Parse(text, NumberStyles.Float, Invariant),
        [typeof(decimal)] = text => decimal.Parse(text, NumberStyles.Float, Invariant),
        [typeof(BigInteger)] = text => BigInteger.Parse(text, NumberStyles.Integer, Invariant),
        [typeof(char)] = text => char.Parse(text),
        [typeof(Guid)] = text => Guid.Parse(text),
        [typeof(DateTime)] = text => DateTime.Parse(text, Invariant, DateTimeStyles.RoundtripKind),
        [typeof(DateTimeOffset)] = text => DateTimeOffset.Parse(text, Invariant, DateTimeStyles.AssumeUniversal),
        [typeof(DateOnly)] = text => ParseDay(text),
        [typeof(TimeOnly)] = text => TimeOnly.Parse(text, Invariant),
        [typeof(TimeSpan)] = text => TimeSpan.Parse(text, Invariant),
        [typeof(Uri)] = text => new Uri(text, UriKind.RelativeOrAbsolute),
        [typeof(Version)] = text => Version.Parse(text),
        [typeof(byte[])] = text => Convert.FromBase64String(text),
    };

    public static bool TryParse(string text, Type target, [NotNullWhen(true)] out object? result)
    {
        result = null;
        var trimmed = text.Trim();
        if (target.IsEnum)
        {
            result = Enum.Parse(target, trimmed, ignoreCase: true);
        }
        else if (Parsers.TryGetValue(target, out var parser))
        {
            result = parser(trimmed);
        }

        return result is not null;
    }

    public static string ToText(object value) => value switch
    {
        string text => text,
        bool flag => flag ? "True" : "False",
        double number => Number(number),
        DateTime date => date.TimeOfDay == TimeSpan.Zero ? date.ToString("yyyy-MM-dd", Invariant) : date.ToString(Invariant),
        DateTimeOffset moment => moment.TimeOfDay == TimeSpan.Zero ? moment.ToString("yyyy-MM-dd zzz", Invariant) : moment.ToString(Invariant),
        DateOnly day => day.ToString("yyyy-MM-dd", Invariant),
        TimeOnly time => time.ToString("HH:mm:ss.FFFFFFF", Invariant),
        byte[] bytes => Convert.ToBase64String(bytes),
        IFormattable formattable => formattable.ToString(null, Invariant),
        IConvertible convertible => convertible.ToString(Invariant),
        IEnumerable => PlainValue.ToJsonText(value),
        Uri or Version or Type => value.ToString() ?? "",
        _ => PlainValue.ToJsonText(value),
    };

    // A script knows only doubles, so 1e21 and above would print with an exponent even where a person wrote an integer.
    private static string Number(double number)
        => Math.Abs(number) < 1e21 && Math.Floor(number) == number ? number.ToString("F0", Invariant) : number.ToString("R", Invariant);

    private static DateOnly ParseDay(string text) => DateOnly.TryParse(text, Invariant, out var day)
        ? day
        : DateOnly.FromDateTime(DateTimeOffset.Parse(text, Invariant, DateTimeStyles.AssumeUniversal).DateTime);
}
