using System.Text;

namespace Send.Host.Infrastructure.Web;

/// <summary>A table for spreadsheets: RFC 4180, UTF-8 with its mark. A value that a spreadsheet would take for a formula gets an apostrophe in front.</summary>
/// <param name="separator">Between values; Italian spreadsheets expect a semicolon.</param>
/// <param name="quotesAll">Quotes every value, not only those that need it.</param>
internal sealed class Csv(char separator, bool quotesAll = false)
{
    private readonly StringBuilder text = new();

    /// <summary>Adds a line.</summary>
    public void Line(params IEnumerable<string> values) => text.AppendJoin(separator, values.Select(Quote)).Append("\r\n");

    /// <summary>The file.</summary>
    public byte[] ToBytes() => [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(ToString())];

    /// <summary>The lines, without the mark.</summary>
    public override string ToString() => text.ToString();

    private string Quote(string value)
    {
        var safe = value is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? "'" + value : value;
        return quotesAll || safe.AsSpan().IndexOfAny([separator, '"', '\r', '\n']) >= 0 ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
