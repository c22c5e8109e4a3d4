using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Send.Core.Data;
using Send.Core.Processes;
using Send.Core.Results;
using Send.Core.Staff;

namespace Send.Core.Operations;

/// <summary>Runs a write once per `operationId`: the answer is kept in the transaction of the change, and a repeat of the same request gets that answer.</summary>
public static class Once
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    /// <summary>Runs <paramref name="change"/>. With an operation id that was used before, the first answer is returned and nothing is changed; the same id with another
    /// request is refused with `operation.reused`.</summary>
    public static async Task<Result<T>> OnceAsync<T>(
        this IProcessRunner runner,
        object request,
        Guid? operationId,
        Actor actor,
        TimeProvider clock,
        Func<ProcessStep, CancellationToken, Task<Result<Answer<T>>>> change,
        CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(runner);
        ArgumentNullException.ThrowIfNull(actor);
        var hash = operationId is null ? "" : HashOf(request, actor);
        var told = await runner.RunAsync<StrongBox<T>>(
            async (step, token) =>
            {
                if (operationId is { } id && await step.Data.Operations.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, token) is { } first)
                {
                    return first.RequestHash == hash
                        ? new StrongBox<T> { Value = JsonSerializer.Deserialize<T>(first.Response, Json)! }
                        : new Error("operation.reused", "This operationId was used for another request; mint a new one.", "/operationId", ErrorKind.Conflict);
                }

                var result = await change(step, token);
                if (!result.IsSuccess)
                {
                    return Result<StrongBox<T>>.Refused(result.Errors);
                }

                var box = new StrongBox<T>();
                step.AfterStimuli(async cancel =>
                {
                    box.Value = await result.Value.TellAsync(cancel);
                    if (operationId is { } fresh)
                    {
                        step.Data.Operations.Add(new Operation
                        {
                            Id = fresh,
                            RequestHash = hash,
                            ActorId = actor.Id,
                            Status = 200,
                            Response = JsonSerializer.Serialize(box.Value, Json),
                            At = clock.GetUtcNow(),
                        });
                    }
                });
                return box;
            },
            ct);
        return told.IsSuccess ? Result<T>.Of(told.Value.Value) : Result<T>.Refused(told.Errors);
    }

    private static string HashOf(object request, Actor actor)
    {
        var text = $"{request.GetType().Name}\n{actor.Id}\n{JsonSerializer.Serialize(request, request.GetType(), Json)}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    private sealed class StrongBox<T>
    {
        public T Value { get; set; } = default!;
    }
}
