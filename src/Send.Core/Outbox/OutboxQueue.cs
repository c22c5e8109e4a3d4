using System.Text.Json;
using Send.Core.Data;

namespace Send.Core.Outbox;

/// <summary>Adds work for after the commit to the current step.</summary>
public static class OutboxQueue
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Queues an item that is due at once; <paramref name="key"/> makes its effect happen once.</summary>
    public static void Queue(this SendData data, string kind, string key, object payload, Guid? caseId, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(payload);
        data.Outbox.Add(new OutboxItem
        {
            Id = Guid.CreateVersion7(at),
            Key = key,
            Kind = kind,
            Payload = JsonSerializer.Serialize(payload, payload.GetType(), Json),
            CaseId = caseId,
            CreatedAt = at,
            DueAt = at,
        });
    }
}
