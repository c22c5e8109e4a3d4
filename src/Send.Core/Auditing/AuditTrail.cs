using System.Text.Json;
using System.Text.Json.Serialization;
using Send.Core.Data;

namespace Send.Core.Auditing;

/// <summary>Writes history lines for changes that a workflow makes.</summary>
public static class AuditTrail
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>Adds a line to the step; <paramref name="facts"/> is any object, kept as camel case JSON.</summary>
    public static void Record(this SendData data, ChangeContext change, string kind, Guid? caseId, Guid? taskId = null, object? facts = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(change);
        data.Audit.Add(new AuditEntry
        {
            Id = Guid.CreateVersion7(change.At),
            CaseId = caseId,
            TaskId = taskId,
            At = change.At,
            ActorId = change.ActorId,
            ActorName = change.ActorName,
            Kind = kind,
            Data = facts is null ? null : JsonSerializer.Serialize(facts, facts.GetType(), Json),
        });
    }
}
