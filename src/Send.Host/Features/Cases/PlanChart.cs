using System.Globalization;
using System.Net;
using System.Text;
using Send.Core.Cases;
using Send.Core.Deadlines;
using Send.Host.Localization;

namespace Send.Host.Features.Cases;

/// <summary>Draws the plan of a case: one line per deadline, the stay as a band, the four anchors and today as upright lines. The table below it says the same in words.</summary>
public sealed class PlanChart(Texts texts, DateOnly today)
{
    private const int Width = 960;
    private const int Left = 250;
    private const int Right = 40;
    private const int Top = 44;
    private const int Line = 26;

    /// <summary>The picture as SVG markup; texts are encoded.</summary>
    public string Draw(CaseDetails view)
    {
        ArgumentNullException.ThrowIfNull(view);
        var rows = view.Deadlines.Where(row => row.State != DeadlineState.Cancelled).OrderBy(row => row.Due).ToList();
        var days = rows.Select(row => row.Due).Concat([view.Case.Departure, view.Case.Return, today]).ToList();
        var scale = new Scale(days.Min().AddDays(-7), days.Max().AddDays(10));
        var height = Top + (rows.Count * Line) + 22;
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg class=\"plan-svg\" viewBox=\"0 0 {Width} {height}\" role=\"img\" aria-label=\"{Encode(texts["case.planPicture"])}\">");
        var (from, to) = (scale.Of(view.Case.Departure), scale.Of(view.Case.Return));
        svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{from:0.#}\" y=\"{Top - 8}\" width=\"{to - from:0.#}\" height=\"{height - Top - 8}\" fill=\"var(--accent-soft)\" rx=\"4\"/>");
        Months(svg, scale, height);
        Upright(svg, from, height, texts["common.departure"], "var(--accent)", "end");
        Upright(svg, to, height, texts["common.return"], "var(--accent)", "start");
        Upright(svg, scale.Of(today), height, texts["history.today"], "var(--ink)", "middle", dashed: true, below: true);
        for (var i = 0; i < rows.Count; i++)
        {
            Row(svg, scale, rows[i], Top + (i * Line) + 12);
        }

        return svg.Append("</svg>").ToString();
    }

    private void Row(StringBuilder svg, Scale scale, DeadlineRow row, int y)
    {
        var late = row.State != DeadlineState.Met && row.Due < today;
        var (colour, word) = row.State switch
        {
            DeadlineState.Met => ("var(--good)", texts.Of(DeadlineState.Met)),
            _ when late => ("var(--bad)", texts["history.late"]),
            _ => (row.Hard ? "var(--accent)" : "var(--line-strong)", ""),
        };
        var x = scale.Of(row.Due);
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Left - 14}\" y=\"{y + 4}\" text-anchor=\"end\">{Encode(Short(texts.Of(row.Title)))}</text>");
        svg.Append(CultureInfo.InvariantCulture, $"<line x1=\"{Left}\" x2=\"{Width - Right}\" y1=\"{y}\" y2=\"{y}\" stroke=\"var(--line)\"/>");
        svg.Append(row.Hard
            ? string.Create(CultureInfo.InvariantCulture, $"<rect x=\"{x - 5:0.#}\" y=\"{y - 5}\" width=\"10\" height=\"10\" transform=\"rotate(45 {x:0.#} {y})\" fill=\"{colour}\">")
            : string.Create(CultureInfo.InvariantCulture, $"<circle cx=\"{x:0.#}\" cy=\"{y}\" r=\"5\" fill=\"{colour}\">"));
        svg.Append(CultureInfo.InvariantCulture, $"<title>{Encode($"{texts.Of(row.Title)}: {Dates.Day(row.Due)} {word}")}</title>").Append(row.Hard ? "</rect>" : "</circle>");
        if (word.Length > 0)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x + 10:0.#}\" y=\"{y + 4}\" style=\"fill:{colour}\">{Encode(word)}</text>");
        }
    }

    private static void Months(StringBuilder svg, Scale scale, int height)
    {
        var step = scale.Days > 500 ? 3 : 1;
        for (var month = new DateOnly(scale.From.Year, scale.From.Month, 1).AddMonths(1); month <= scale.To; month = month.AddMonths(step))
        {
            var x = scale.Of(month);
            svg.Append(CultureInfo.InvariantCulture, $"<line x1=\"{x:0.#}\" x2=\"{x:0.#}\" y1=\"{Top - 12}\" y2=\"{height - 16}\" stroke=\"var(--line)\"/>");
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x + 4:0.#}\" y=\"{Top - 14}\">{Encode(month.ToString(month.Month == 1 ? "MMM yyyy" : "MMM", CultureInfo.CurrentCulture))}</text>");
        }
    }

    private static void Upright(StringBuilder svg, double x, int height, string label, string colour, string anchor, bool dashed = false, bool below = false)
    {
        svg.Append(CultureInfo.InvariantCulture, $"<line x1=\"{x:0.#}\" x2=\"{x:0.#}\" y1=\"{(below ? Top - 10 : Top - 28)}\" y2=\"{height - 16}\" stroke=\"{colour}\" stroke-width=\"1.5\"{(dashed ? " stroke-dasharray=\"3 3\"" : "")}/>");
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x + (anchor == "end" ? -4 : anchor == "start" ? 4 : 0):0.#}\" y=\"{(below ? height - 3 : Top - 30)}\" text-anchor=\"{anchor}\" style=\"fill:{colour};font-weight:650\">{Encode(label)}</text>");
    }

    private static string Short(string text) => text.Length <= 36 ? text : text[..34] + "…";

    private static string Encode(string text) => WebUtility.HtmlEncode(text);

    private sealed record Scale(DateOnly From, DateOnly To)
    {
        public int Days => To.DayNumber - From.DayNumber;

        public double Of(DateOnly day) => Left + ((day.DayNumber - From.DayNumber) * (Width - Left - Right) / (double)Math.Max(1, Days));
    }
}
