using System.Globalization;
using System.Text.Json.Nodes;
using Send.Core.Cases;
using Send.Core.Forms;

namespace Send.Host.Features.Cases;

/// <summary>What the form of an event may refer to before it is raised: today and the case's dates. The handler checks against the full context.</summary>
internal static class EventContext
{
    public static FormContext Of(CaseDetails view, DateOnly today) => new(new JsonObject
    {
        ["today"] = Day(today),
        ["case"] = new JsonObject
        {
            ["code"] = view.Case.Code,
            ["programme"] = view.Case.Programme,
            ["departure"] = Day(view.Case.Departure),
            ["start"] = Day(view.Case.Start),
            ["end"] = Day(view.Case.End),
            ["return"] = Day(view.Case.Return),
            ["effectiveStart"] = Day(view.EffectiveStart ?? view.Case.Start),
            ["effectiveEnd"] = Day(view.EffectiveEnd ?? view.Case.End),
            ["effectiveReturn"] = Day(view.EffectiveReturn ?? view.Case.Return),
            ["destinationCountry"] = view.Case.Country,
            ["destinationCity"] = view.Case.City,
        },
    });

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
