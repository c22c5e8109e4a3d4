using System.Globalization;
using System.Security.Claims;
using System.Xml;
using Send.Core.Results;
using Send.Core.Staff;
using Send.Host.Infrastructure.Identity;
using Send.Host.Infrastructure.Jobs;
using Send.Host.Infrastructure.Web;

namespace Send.Host.Features.Clock;

/// <summary>`/api/clock`: the system's time and, for administrators, moving it forward. Only in training mode; elsewhere these addresses do not exist.</summary>
internal static class ClockEndpoints
{
    public static void MapClock(this WebApplication app)
    {
        if (app.Services.GetService<TrainingClock>() is null)
        {
            return;
        }

        var clock = app.MapApi("/clock", "Clock");
        clock.MapGet("", (TrainingClock time) => new ClockView(time.GetUtcNow(), XmlConvert.ToString(time.Offset))).Produces<ClockView>().WithName("getClock").WithSummary("The system's time (training mode).");
        clock.MapPost("", AdvanceAsync).Produces<ClockView>().TakesJson().WithName("advanceClock")
            .WithSummary("Moves the time forward by an ISO 8601 duration; everything that falls due on the way is done in order before the answer (training mode, administrators).");
    }

    private static async Task<IResult> AdvanceAsync(ClockBody body, TrainingClock time, ClockAdvance advance, ClaimsPrincipal user, CancellationToken ct)
    {
        if (!user.Actor().Can(Permission.Administer))
        {
            return Problems.Of([new Error("clock.forbidden", "Only administrators move the clock.", null, ErrorKind.Forbidden)]);
        }

        if (ReadDuration(body.Advance) is not { } by)
        {
            return Problems.Of([new Error("clock.advance", $"“{body.Advance}” is not an ISO 8601 duration such as P7D or PT12H.", "/advance")]);
        }

        return (await advance.AdvanceAsync(by, ct)).ToHttp(_ => Results.Ok(new ClockView(time.GetUtcNow(), XmlConvert.ToString(time.Offset))));
    }

    /// <summary>Days, hours, minutes, seconds, and weeks (`P2W`), which the XML notation does not have.</summary>
    private static TimeSpan? ReadDuration(string? text)
    {
        if (text is ['P', .. var weeks, 'W'] && int.TryParse(weeks, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= 520)
        {
            return TimeSpan.FromDays(7 * count);
        }

        try
        {
            return XmlConvert.ToTimeSpan(text ?? "");
        }
        catch (Exception fault) when (fault is FormatException or OverflowException)
        {
            return null;
        }
    }
}

/// <summary>The time now, and how far it is ahead of real time (ISO 8601).</summary>
internal sealed record ClockView(DateTimeOffset Now, string Offset);

/// <summary>How far the time moves, `P7D`.</summary>
internal sealed record ClockBody(string? Advance);
