using System.Data.Common;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Send.Benchmarks;

/// <summary>
/// The floor: the recorded writes again, by plain ADO.NET in one transaction. Rows that were inserted are inserted with
/// new keys, and whatever refers to them follows; rows that were there before are updated again, without the version check,
/// so that the statement finds its row.
/// </summary>
internal sealed partial class WriteReplay
{
    private readonly IReadOnlyList<RecordedCommand> commands;
    private readonly HashSet<string> freshIds = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> uniqueTexts = new(StringComparer.Ordinal);

    /// <summary><paramref name="uniqueColumns"/>: names of columns of text that must be unique, beside the ids.</summary>
    public WriteReplay(IReadOnlyList<RecordedCommand> recorded, IReadOnlySet<string> uniqueColumns)
    {
        commands = [.. recorded.Select(c => c with { Text = VersionCheck().Replace(c.Text, "") })];
        foreach (var command in recorded)
        {
            Inspect(command, uniqueColumns);
        }
    }

    /// <summary>Number of commands, which is the number of round trips.</summary>
    public int Count => commands.Count;

    /// <summary>Makes the writes once; <paramref name="round"/> makes keys that no other round has.</summary>
    public async Task RunAsync(DbConnection connection, int round, CancellationToken ct)
    {
        var names = new Dictionary<string, Guid>(StringComparer.OrdinalIgnoreCase);
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

            await command.ExecuteNonQueryAsync(ct);
        }

        await transaction.CommitAsync(ct);
    }

    private void Inspect(RecordedCommand command, IReadOnlySet<string> uniqueColumns)
    {
        var values = command.Parameters.ToDictionary(p => p.Name.TrimStart('@'), p => p.Value, StringComparer.Ordinal);
        foreach (Match insert in Insert().Matches(command.Text))
        {
            var columns = insert.Groups["columns"].Value.Split(',', StringSplitOptions.TrimEntries);
            foreach (var row in Row().Matches(insert.Groups["rows"].Value).Select(r => r.Groups["row"].Value.Split(',', StringSplitOptions.TrimEntries)))
            {
                for (var i = 0; i < columns.Length && i < row.Length; i++)
                {
                    Note(columns[i].Trim('"'), values.GetValueOrDefault(row[i].TrimStart('@')), uniqueColumns);
                }
            }
        }
    }

    private void Note(string column, object? value, IReadOnlySet<string> uniqueColumns)
    {
        if (value is null)
        {
            return;
        }

        if (column == "Id" && Guid.TryParse(value.ToString(), out var id))
        {
            freshIds.Add(id.ToString("D"));
        }
        else if (uniqueColumns.Contains(column) && value is string text && !Guid.TryParse(text, out _))
        {
            uniqueTexts.Add(text);
        }
    }

    private object? Renew(object? value, int round, Dictionary<string, Guid> names) => value switch
    {
        Guid id when freshIds.Contains(id.ToString("D")) => NewId(id.ToString("D"), names),
        string text when uniqueTexts.Contains(text) => Tail(Ids().Replace(text, m => RenewText(m.Value, names)), round),
        string text => Ids().Replace(text, m => RenewText(m.Value, names)),
        _ => value,
    };

    private string RenewText(string id, Dictionary<string, Guid> names) =>
        !freshIds.Contains(id) ? id : Shape(NewId(id, names).ToString("D"), id);

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

    [GeneratedRegex(@"INSERT INTO \S+ \((?<columns>[^)]*)\)\s*VALUES\s*(?<rows>(\([^)]*\)[,\s]*)+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Insert();

    [GeneratedRegex(@"\((?<row>[^)]*)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Row();

    [GeneratedRegex(@"\s+AND ""Version"" = @\w+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex VersionCheck();

    [GeneratedRegex("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Ids();
}
