using System.Globalization;
using System.Net;
using System.Text;
using Send.Core.Tasks;
using Send.Host.Localization;

namespace Send.Host.Designer.Simulation;

/// <summary>Draws a simulation: one line per task with its bar and its due day, below them mails, reminders and papers, behind them the stay. The table says the same in words.</summary>
internal sealed class SimulationChart(Texts texts)
{
    private const int Width = 1080;
    private const int Left = 270;
    private const int Right = 30;
    private const int Top = 46;
    private const int Line = 22;

    /// <summary>The picture as SVG markup; texts are encoded.</summary>
    public string Draw(SimulationResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var tasks = result.Tasks;
        var days = tasks.SelectMany(task => new[] { task.Opened, task.Done ?? task.Opened }).Concat([result.Request.Enrolled!.Value, result.End.On, result.Case.Departure, result.Case.Return]).ToList();
        var scale = new Scale(days.Min().AddDays(-4), days.Max().AddDays(8));
        var height = Top + ((tasks.Count + 3) * Line) + 40;
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg class=\"plan-svg\" viewBox=\"0 0 {Width} {height}\" role=\"img\" aria-label=\"{Encode(texts["simulate.picture"])}\">");
        var (from, to) = (scale.Of(result.Case.Departure), scale.Of(result.Case.Return));
        svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{from:0.#}\" y=\"{Top - 8}\" width=\"{Math.Max(1, to - from):0.#}\" height=\"{height - Top - 8}\" fill=\"var(--accent-soft)\" rx=\"4\"/>");
        Months(svg, scale, height);
        Upright(svg, from, height, texts["common.departure"], "end");
        Upright(svg, to, height, texts["common.return"], "start");
        for (var i = 0; i < tasks.Count; i++)
        {
            Task(svg, scale, tasks[i], Top + (i * Line) + 10);
        }

        var below = Top + (tasks.Count * Line) + 20;
        svg.Append(CultureInfo.InvariantCulture, $"<line x1=\"0\" x2=\"{Width - Right}\" y1=\"{below - 12}\" y2=\"{below - 12}\" stroke=\"var(--line-strong)\"/>");
        Dots(svg, scale, below + 4, texts["simulate.mails"], "var(--info)", result.Mails.Where(mail => !mail.Reminder).Select(mail => (mail.On, $"{mail.ToName}: {mail.Subject}")));
        Dots(svg, scale, below + 4 + Line, texts["simulate.reminders"], "var(--warn)", result.Mails.Where(mail => mail.Reminder).Select(mail => (mail.On, $"{mail.ToName}: {mail.Subject}")));
        Dots(svg, scale, below + 4 + (Line * 2), texts["simulate.documents"], "var(--good)", result.Documents.Select(paper => (paper.On, texts.Of(paper.Title))));
        return svg.Append("</svg>").ToString();
    }

    private void Task(StringBuilder svg, Scale scale, SimulatedTask task, int y)
    {
        var (from, to) = (scale.Of(task.Opened), scale.Of(task.Done ?? task.Opened));
        var late = task.Due is { } due && (task.Done ?? task.Opened) > due;
        var colour = task.State == TaskState.Cancelled ? "var(--line-strong)" : late ? "var(--bad)" : "var(--accent)";
        var title = texts.Of(task.Title);
        var word = task.State == TaskState.Cancelled ? texts.Of(TaskState.Cancelled) : late ? texts["history.late"] : SimulationWords.Outcome(texts, task, task.Outcome);
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Left - 12}\" y=\"{y + 4}\" text-anchor=\"end\">{Encode(Short(title))}</text>");
        svg.Append(CultureInfo.InvariantCulture, $"<line x1=\"{Left}\" x2=\"{Width - Right}\" y1=\"{y}\" y2=\"{y}\" stroke=\"var(--line)\"/>");
        svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{from:0.#}\" y=\"{y - 6}\" width=\"{Math.Max(5, to - from):0.#}\" height=\"12\" rx=\"3\" fill=\"{colour}\"><title>{Encode($"{title}: {Dates.Day(task.Opened)} – {(task.Done is { } done ? Dates.Day(done) : "…")} · {word}")}</title></rect>");
        if (task.Due is { } day && day >= scale.From && day <= scale.To)
        {
            var x = scale.Of(day);
            svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{x - 4:0.#}\" y=\"{y - 4}\" width=\"8\" height=\"8\" transform=\"rotate(45 {x:0.#} {y})\" fill=\"var(--surface)\" stroke=\"{(task.Hard ? "var(--bad)" : "var(--line-strong)")}\" stroke-width=\"1.5\"><title>{Encode(texts["simulate.saidDeadline", title, Dates.Day(day)])}</title></rect>");
        }
    }

    private static void Dots(StringBuilder svg, Scale scale, int y, string label, string colour, IEnumerable<(DateOnly On, string Text)> dots)
    {
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Left - 12}\" y=\"{y + 4}\" text-anchor=\"end\" style=\"font-weight:600\">{Encode(label)}</text>");
        svg.Append(CultureInfo.InvariantCulture, $"<line x1=\"{Left}\" x2=\"{Width - Right}\" y1=\"{y}\" y2=\"{y}\" stroke=\"var(--line)\"/>");
        foreach (var day in dots.GroupBy(dot => dot.On))
        {
            svg.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{scale.Of(day.Key):0.#}\" cy=\"{y}\" r=\"{Math.Min(4 + day.Count(), 8)}\" fill=\"{colour}\"><title>{Encode($"{Dates.Day(day.Key)}\n{string.Join('\n', day.Select(dot => dot.Text))}")}</title></circle>");
        }
    }

    private static void Months(StringBuilder svg, Scale scale, int height)
    {
        var step = scale.Days > 900 ? 6 : scale.Days > 500 ? 3 : scale.Days > 300 ? 2 : 1;
        for (var month = new DateOnly(scale.From.Year, scale.From.Month, 1).AddMonths(1); month <= scale.To; month = month.AddMonths(step))
        {
            var x = scale.Of(month);
            svg.Append(CultureInfo.InvariantCulture, $"<line x1=\"{x:0.#}\" x2=\"{x:0.#}\" y1=\"{Top - 12}\" y2=\"{height - 16}\" stroke=\"var(--line)\"/>");
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x + 4:0.#}\" y=\"{Top - 14}\">{Encode(month.ToString(month.Month == 1 ? "MMM yyyy" : "MMM", CultureInfo.CurrentCulture))}</text>");
        }
    }

    private static void Upright(StringBuilder svg, double x, int height, string label, string anchor)
    {
        svg.Append(CultureInfo.InvariantCulture, $"<line x1=\"{x:0.#}\" x2=\"{x:0.#}\" y1=\"{Top - 28}\" y2=\"{height - 16}\" stroke=\"var(--accent)\" stroke-width=\"1.5\"/>");
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x + (anchor == "end" ? -4 : 4):0.#}\" y=\"{Top - 32}\" text-anchor=\"{anchor}\" style=\"fill:var(--accent);font-weight:650\">{Encode(label)}</text>");
    }

    private static string Short(string text) => text.Length <= 36 ? text : text[..34] + "…";

    private static string Encode(string text) => WebUtility.HtmlEncode(text);

    private sealed record Scale(DateOnly From, DateOnly To)
    {
        public int Days => To.DayNumber - From.DayNumber;

        public double Of(DateOnly day) => Left + ((day.DayNumber - From.DayNumber) * (Width - Left - Right) / (double)Math.Max(1, Days));
    }
}
