using System.Data.Common;

namespace Send.Benchmarks;

/// <summary>One command that changed rows, as EF sent it: its text, with one or more statements, and its parameters.</summary>
internal sealed record RecordedCommand(string Text, IReadOnlyList<RecordedParameter> Parameters)
{
    public static RecordedCommand Of(DbCommand command) =>
        new(command.CommandText, [.. command.Parameters.Cast<DbParameter>().Select(p => new RecordedParameter(p.ParameterName, p.Value))]);
}

/// <summary>A parameter and the value it had.</summary>
internal sealed record RecordedParameter(string Name, object? Value);
