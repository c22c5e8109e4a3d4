using System.Globalization;
using System.Text;

namespace Send.Engine.Expressions.Liquid;

/// <summary>Collects text and refuses to collect too much.</summary>
internal sealed class LimitedWriter(LiquidBudget? budget) : TextWriter(CultureInfo.InvariantCulture)
{
    private readonly StringBuilder text = new();

    public override Encoding Encoding => Encoding.Unicode;

    public override void Write(char value)
    {
        text.Append(value);
        Check();
    }

    public override void Write(string? value)
    {
        text.Append(value);
        Check();
    }

    public override void Write(char[] buffer, int index, int count)
    {
        text.Append(buffer, index, count);
        Check();
    }

    public override void Write(ReadOnlySpan<char> buffer)
    {
        text.Append(buffer);
        Check();
    }

    public override Task WriteAsync(char value)
    {
        Write(value);
        return Task.CompletedTask;
    }

    public override Task WriteAsync(string? value)
    {
        Write(value);
        return Task.CompletedTask;
    }

    public override Task WriteAsync(ReadOnlyMemory<char> buffer, CancellationToken cancellationToken = default)
    {
        Write(buffer.Span);
        return Task.CompletedTask;
    }

    public override string ToString() => text.ToString();

    private void Check()
    {
        LiquidBudget.CheckSize(text.Length);
        budget?.Check();
    }
}
