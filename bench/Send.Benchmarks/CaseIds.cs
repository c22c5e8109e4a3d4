using System.Data.Common;

namespace Send.Benchmarks;

/// <summary>The ids of everything that a case has, always in the same order, so that what was written for one case can be written for another that stands at the same point.</summary>
internal static class CaseIds
{
    private static readonly string[] Queries =
    [
        """SELECT "Id" FROM "Cases" WHERE "Id" = @case""",
        """SELECT "Id" FROM "WorkflowInstances" WHERE "CorrelationId" = @text ORDER BY "DefinitionId" """,
        """SELECT "Id" FROM "WorkflowBookmarks" WHERE "CorrelationId" = @text ORDER BY "ActivityId", "Name" """,
        """SELECT "Id" FROM "Tasks" WHERE "CaseId" = @case ORDER BY "FormId" """,
        """SELECT "Id" FROM "Facts" WHERE "CaseId" = @case ORDER BY "Section" """,
        """SELECT "Id" FROM "Deadlines" WHERE "CaseId" = @case ORDER BY "Code", "Occurrence" """,
        """
        SELECT r."Id" FROM "Reminders" r JOIN "Deadlines" d ON d."Id" = r."DeadlineId"
        WHERE d."CaseId" = @case ORDER BY d."Code", d."Occurrence", r."Kind"
        """,
    ];

    public static async Task<IReadOnlyList<string>> ReadAsync(DbConnection connection, Guid caseId, CancellationToken ct)
    {
        var ids = new List<string>();
        foreach (var query in Queries)
        {
            await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // one of the texts above
            command.CommandText = query;
#pragma warning restore CA2100
            Add(command, "case", caseId);
            Add(command, "text", caseId.ToString("D"));
            await using var reader = await command.ExecuteReaderAsync(ct);
            while (await reader.ReadAsync(ct))
            {
                ids.Add(Guid.Parse(reader.GetValue(0).ToString()!).ToString("D"));
            }
        }

        return ids;
    }

    /// <summary>From the ids of one case to those of another; throws when they do not stand at the same point.</summary>
    public static IReadOnlyDictionary<string, Guid> Between(IReadOnlyList<string> one, IReadOnlyList<string> other) =>
        one.Count == other.Count
            ? one.Zip(other).ToDictionary(pair => pair.First, pair => Guid.Parse(pair.Second), StringComparer.OrdinalIgnoreCase)
            : throw new InvalidOperationException($"The cases stand at different points: {one.Count} and {other.Count} rows.");

    private static void Add(DbCommand command, string name, object value)
    {
        if (command.CommandText.Contains("@" + name, StringComparison.Ordinal))
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }
    }
}
