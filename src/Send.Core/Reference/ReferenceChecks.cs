using System.Globalization;
using Send.Core.Deadlines;
using Send.Core.Forms;
using Send.Core.Logistics;
using Send.Core.Monitoring;
using Send.Core.Programmes;

namespace Send.Core.Reference;

/// <summary>What must hold in each reference file: pairs of JSON path and what would be right.</summary>
internal static class ReferenceChecks
{
    public static IEnumerable<(string, string)> Of(CountryList list) =>
        ReferenceFile.Codes("countries", list.Countries.Select(c => c.Code)).Concat(Where(list.Countries, "countries", c => !IsoCodes.Countries.Contains(c.Code), ".code", "An ISO 3166-1 code such as IT."))
            .Concat(Names(list.Countries, "countries", c => c.Name))
            .Concat(IsoCodes.Countries.Except(list.Countries.Select(c => c.Code), StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(code => ("$.countries", $"The country {code} is missing.")));

    public static IEnumerable<(string, string)> Of(LanguageList list) => ReferenceFile.Codes("languages", list.Languages.Select(c => c.Code))
        .Concat(Where(list.Languages, "languages", c => !IsoCodes.Languages.Contains(c.Code), ".code", "An ISO 639-1 code such as es.")).Concat(Names(list.Languages, "languages", c => c.Name));

    public static IEnumerable<(string, string)> Of(FieldList list) => ReferenceFile.Codes("fields", list.Fields.Select(c => c.Code))
        .Concat(Where(list.Fields, "fields", c => c.Code.Length is < 2 or > 4 || !c.Code.All(char.IsAsciiDigit), ".code", "Two to four digits.")).Concat(Names(list.Fields, "fields", c => c.Name));

    public static IEnumerable<(string, string)> Of(CefrList list)
    {
        if (!list.Levels.Select(l => l.Code).SequenceEqual(IsoCodes.Cefr, StringComparer.Ordinal))
        {
            yield return ("$.levels", "The levels are A1, A2, B1, B2, C1, C2 in this order.");
        }
    }

    public static IEnumerable<(string, string)> Of(ProgrammeList list) => ReferenceFile.Codes("programmes", list.Programmes.Select(p => p.Code))
        .Concat(Where(list.Programmes, "programmes", p => p.MinDays < 1 || p.MaxDays < p.MinDays, ".minDays", "At least 1 and not more than maxDays."))
        .Concat(Where(list.Programmes, "programmes", p => p.Stages.Count == 0 || p.Stages.Distinct().Count() != p.Stages.Count, ".stages", "Each stage once, in order."))
        .Concat(Names(list.Programmes, "programmes", p => p.Name));

    public static IEnumerable<(string, string)> Of(DeadlinePlan plan) => ReferenceFile.Codes("steps", plan.Steps.Select(s => s.Code))
        .Concat(Where(plan.Steps, "steps", s => s.Planned && s.Anchor == DeadlineAnchor.TaskOpened, ".planned", "A step counted from the opening of its task is planned when that opens: set planned to false."))
        .Concat(Where(plan.Steps, "steps", s => s.StayShare is <= 0 or > 1, ".stayShare", "More than 0 and at most 1."))
        .Concat(Where(plan.Steps, "steps", s => s.StayShare is not null && s.Anchor != DeadlineAnchor.Start, ".anchor", "A share of the stay is counted from `start`."))
        .Concat(Names(plan.Steps, "steps", s => s.Name));

    public static IEnumerable<(string, string)> Of(ReminderRules rules)
    {
        if (rules.BeforeDays.Concat(rules.AfterDays).Concat(rules.Escalations.Select(e => e.WorkingDays)).Any(days => days < 1))
        {
            yield return ("$", "Days before and after are 1 or more; the due day itself has `onDueDay`.");
        }
    }

    public static IEnumerable<(string, string)> Of(MonitoringRules rules)
    {
        if (rules.Bands.Count == 0 || rules.Bands[0].FromDays != 1 || !rules.Bands.Zip(rules.Bands.Skip(1)).All(pair => pair.First.FromDays < pair.Second.FromDays))
        {
            yield return ("$.bands", "Bands begin at 1 day and get longer.");
        }

        if (rules.Bands.Any(b => b.EveryDays < 1 || b.DiaryEveryDays < 1 || b.MentorReportEveryDays < 1) || rules.Minors.EveryDays < 1)
        {
            yield return ("$.bands", "Intervals are 1 day or more.");
        }
    }

    public static IEnumerable<(string, string)> Of(InsuranceKinds list) => ReferenceFile.Codes("kinds", list.Kinds.Select(k => k.Code)).Concat(Names(list.Kinds, "kinds", k => k.Name))
        .Concat(Where(list.Kinds, "kinds", k => k.CoveredBy.Any(code => list.Kinds.All(other => other.Code != code)), ".coveredBy", "Codes of kinds in this list."));

    public static IEnumerable<(string, string)> Of(EntryRules rules)
    {
        foreach (var missing in Enum.GetValues<EntryResult>().Except(rules.Results.Select(r => r.Code)))
        {
            yield return ("$.results", $"The result {missing} is missing.");
        }
    }

    public static IEnumerable<(string, string)> Of(HolidayTable table)
    {
        foreach (var (country, years) in table.Countries)
        {
            foreach (var (year, days) in years)
            {
                if (!int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out _) || !Readable(year, days))
                {
                    yield return ($"$.countries.{country}.{year}", "Days of that year as MMDD, separated by blanks.");
                }
            }
        }
    }

    private static bool Readable(string year, string days)
    {
        try
        {
            return HolidayTable.Days(year, days).ToList().Count > 0;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static IEnumerable<(string, string)> Names<T>(IReadOnlyList<T> items, string list, Func<T, LocalText> name) =>
        Where(items, list, item => string.IsNullOrWhiteSpace(name(item).En) || string.IsNullOrWhiteSpace(name(item).It), ".name", "A name in English and Italian.");

    private static IEnumerable<(string, string)> Where<T>(IReadOnlyList<T> items, string list, Func<T, bool> wrong, string part, string right) =>
        items.Select((item, i) => (item, i)).Where(x => wrong(x.item)).Select(x => ($"$.{list}[{x.i}]{part}", right));
}
