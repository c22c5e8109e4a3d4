using System.Data.Common;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Send.Benchmarks;

/// <summary>
/// The floor: the recorded writes again, by plain ADO.NET in one transaction. Rows that were inserted are inserted with new keys,
/// and whatever refers to them follows; rows that were there before are those of another case that stands at the same point.
/// </summary>
internal sealed partial class WriteReplay
{
    private readonly IReadOnlyList<RecordedCommand> commands;
    private readonly HashSet<string> freshIds = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> uniqueTexts = new(StringComparer.Ordinal);

    /// <summary><paramref name="uniqueColumns"/>: columns of text that must be unique, beside the ids, as `Table.Column`.</summary>
    public WriteReplay(IReadOnlyList<RecordedCommand> recorded, IReadOnlySet<string> uniqueColumns)
    {
        commands = recorded;
        foreach (var command in recorded)
        {
            Inspect(command, uniqueColumns);
        }
    }

    /// <summary>Number of commands, which is the number of round trips.</summary>
    public int Count => commands.Count;

    /// <summary>
    /// Makes the writes once. <paramref name="round"/> makes keys that no other round has; <paramref name="rows"/> says which rows
    /// stand for those that were changed when the writes were recorded.
    /// </summary>
    public async Task RunAsync(DbConnection connection, int round, IReadOnlyDictionary<string, Guid> rows, CancellationToken ct)
    {
        var names = new Dictionary<string, Guid>(rows, StringComparer.OrdinalIgnoreCase);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        foreach (var recorded in commands)
        {
            await using var command = connection.CreateCommand();
            command.Transaction = transaction;
#pragma warning disable CA2100 // the text is what EF sent a moment ago
            command.CommandText = recorded.Text;
#pragma warning restore CA2100
            foreach (var (name, value) in recorded.Parameters)
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = name;
                parameter.Value = Renew(value, round, names) ?? DBNull.Value;
                command.Parameters.Add(parameter);
            }

            // SQLite counts nothing for a statement that returns a row, so only a plain zero is a write that found nothing.
            if (await command.ExecuteNonQueryAsync(ct) == 0)
            {
                throw new InvalidOperationException($"The floor's write changed nothing:\n{recorded.Text}");
            }
        }

        await transaction.CommitAsync(ct);
    }

    private void Inspect(RecordedCommand command, IReadOnlySet<string> uniqueColumns)
    {
        var values = command.Parameters.ToDictionary(p => p.Name.TrimStart('@'), p => p.Value, StringComparer.Ordinal);
        foreach (Match insert in Insert().Matches(command.Text))
        {
            var table = insert.Groups["table"].Value;
            var columns = insert.Groups["columns"].Value.Split(',', StringSplitOptions.TrimEntries);
            foreach (var row in Row().Matches(insert.Groups["rows"].Value).Select(r => r.Groups["row"].Value.Split(',', StringSplitOptions.TrimEntries)))
            {
                for (var i = 0; i < columns.Length && i < row.Length; i++)
                {
                    Note(table, columns[i].Trim('"'), values.GetValueOrDefault(row[i].TrimStart('@')), uniqueColumns);
                }
            }
        }
    }

    private void Note(string table, string column, object? value, IReadOnlySet<string> uniqueColumns)
    {
        if (value is null)
        {
            return;
        }

        if (column == "Id" && Guid.TryParse(value.ToString(), out var id))
        {
            freshIds.Add(id.ToString("D"));
        }
        else if (uniqueColumns.Contains($"{table}.{column}") && value is string text && !Guid.TryParse(text, out _))
        {
            uniqueTexts.Add(text);
        }
    }

    private object? Renew(object? value, int round, Dictionary<string, Guid> names) => value switch
    {
        Guid id when IsOurs(id.ToString("D"), names) => NewId(id.ToString("D"), names),
        string text when uniqueTexts.Contains(text) => Tail(Ids().Replace(text, m => RenewText(m.Value, names)), round),
        string text => Ids().Replace(text, m => RenewText(m.Value, names)),
        _ => value,
    };

    private string RenewText(string id, Dictionary<string, Guid> names) =>
        !IsOurs(id, names) ? id : Shape(NewId(id, names).ToString("D"), id);

    private bool IsOurs(string id, Dictionary<string, Guid> names) => freshIds.Contains(id) || names.ContainsKey(id);

    /// <summary>SQLite keeps ids as upper-case text; a changed case would be another id.</summary>
    private static string Shape(string fresh, string model) =>
        model.Any(char.IsUpper) ? fresh.ToUpperInvariant() : fresh;

    private static Guid NewId(string id, Dictionary<string, Guid> names) =>
        names.TryGetValue(id, out var known) ? known : names[id] = Guid.CreateVersion7(TimeProvider.System.GetUtcNow());

    /// <summary>Replaces the end of a text, so that its length stays what it was.</summary>
    private static string Tail(string text, int round)
    {
        var tail = round.ToString("x6", CultureInfo.InvariantCulture);
        return text.Length <= tail.Length ? tail : text[..^tail.Length] + tail;
    }

    [GeneratedRegex(@"INSERT INTO ""(?<table>\w+)"" \((?<columns>[^)]*)\)\s*VALUES\s*(?<rows>(\([^)]*\)[,\s]*)+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Insert();

    [GeneratedRegex(@"\((?<row>[^)]*)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Row();

    [GeneratedRegex("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Ids();
}
