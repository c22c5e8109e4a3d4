using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Send.Core.Staff;

namespace Send.Core.Auditing;

/// <summary>Makes lines of history.</summary>
public static class AuditLine
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>A line by a person; <paramref name="data"/> is any object with the facts, kept as camel case JSON.</summary>
    public static AuditEntry Of(string kind, Actor actor, TimeProvider clock, Guid? caseId = null, Guid? taskId = null, object? data = null)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(clock);
        return new()
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            CaseId = caseId,
            TaskId = taskId,
            At = clock.GetUtcNow(),
            ActorId = actor.Id,
            ActorName = actor.Name,
            Kind = kind,
            Data = data is null ? null : JsonSerializer.Serialize(data, data.GetType(), Json),
        };
    }
}
