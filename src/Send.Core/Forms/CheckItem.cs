using System.Globalization;
using System.Text.Json.Nodes;

namespace Send.Core.Forms;

/// <summary>One line of a `checks` panel.</summary>
public sealed record CheckItem(string Id, LocalText Label, CheckState State, LocalText? Detail = null)
{
    /// <summary>`{id, label: {en, it}, state: ok|warn|fail, detail: {en, it}}`.</summary>
    public JsonObject ToJson()
    {
        var json = new JsonObject { ["id"] = Id, ["label"] = Text(Label), ["state"] = State switch { CheckState.Ok => "ok", CheckState.Warn => "warn", _ => "fail" } };
        if (Detail is { } detail)
        {
            json["detail"] = Text(detail);
        }

        return json;
    }

    /// <summary>The panel's list.</summary>
    public static JsonArray ToJson(IEnumerable<CheckItem> items) => new([.. items.Select(item => item.ToJson())]);

    internal static JsonObject Text(LocalText text) => new() { ["en"] = text.En, ["it"] = text.It };
}

/// <summary>How a check went.</summary>
public enum CheckState
{
    Ok,

    /// <summary>Somebody should look at it; nothing is stopped.</summary>
    Warn,

    /// <summary>It must be put right or overruled with a reason.</summary>
    Fail,
}

/// <summary>Dates inside sentences.</summary>
internal static class DayText
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");
    private static readonly CultureInfo Italian = CultureInfo.GetCultureInfo("it-IT");

    /// <summary>1 March 2027.</summary>
    public static string En(DateOnly day) => day.ToString("d MMMM yyyy", English);

    /// <summary>1 marzo 2027.</summary>
    public static string It(DateOnly day) => day.ToString("d MMMM yyyy", Italian);
}
