using System.Globalization;
using Jint.Runtime;

namespace Send.Engine.Expressions.JavaScript;

/// <summary>Gives scripts the product's clock, in UTC, so that training mode and a repeated burst see the same time as everything else.</summary>
internal sealed class ScriptClock(TimeProvider timeProvider) : DefaultTimeSystem(TimeZoneInfo.Utc, CultureInfo.InvariantCulture), ITimeSystem
{
    DateTimeOffset ITimeSystem.GetUtcNow() => timeProvider.GetUtcNow();
}
