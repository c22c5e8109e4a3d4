using Send.Core.Deadlines;
using Send.Core.Forms;
using Send.Core.Logistics;
using Send.Core.Monitoring;
using Send.Core.Programmes;

namespace Send.Core.Reference;

/// <summary>The dated, editable tables of workflows/reference, checked as a whole. Immutable; changing a file takes effect at the next start.</summary>
public sealed class ReferenceData
{
    private readonly Dictionary<string, Country> byCode;

    private ReferenceData(string folder)
    {
        Countries = ReferenceFile.Read<CountryList>(folder, "countries.json", ReferenceChecks.Of).Countries;
        byCode = Countries.ToDictionary(c => c.Code, StringComparer.Ordinal);
        Languages = ReferenceFile.Read<LanguageList>(folder, "languages.json", ReferenceChecks.Of).Languages;
        FieldsOfStudy = ReferenceFile.Read<FieldList>(folder, "isced-f.json", ReferenceChecks.Of).Fields;
        Cefr = ReferenceFile.Read<CefrList>(folder, "cefr.json", ReferenceChecks.Of).Levels;
        Programmes = ReferenceFile.Read<ProgrammeList>(folder, "programmes.json", ReferenceChecks.Of).Programmes;
        Plan = ReferenceFile.Read<DeadlinePlan>(folder, "deadline-plan.json", ReferenceChecks.Of);
        Reminders = ReferenceFile.Read<ReminderRules>(folder, "reminders.json", ReferenceChecks.Of);
        Monitoring = ReferenceFile.Read<MonitoringRules>(folder, "monitoring.json", ReferenceChecks.Of);
        Insurance = ReferenceFile.Read<InsuranceKinds>(folder, "insurance-kinds.json", ReferenceChecks.Of);
        Entry = ReferenceFile.Read<EntryRules>(folder, "entry-rules.json", ReferenceChecks.Of);
        Holidays = new(ReferenceFile.Read<HolidayTable>(folder, "holidays.json", ReferenceChecks.Of));
    }

    public IReadOnlyList<Country> Countries { get; }

    public IReadOnlyList<NamedCode> Languages { get; }

    /// <summary>ISCED-F 2013, two to four digits.</summary>
    public IReadOnlyList<NamedCode> FieldsOfStudy { get; }

    /// <summary>A1 to C2.</summary>
    public IReadOnlyList<CefrLevel> Cefr { get; }

    public IReadOnlyList<Programme> Programmes { get; private set; }

    public DeadlinePlan Plan { get; }

    public ReminderRules Reminders { get; }

    public MonitoringRules Monitoring { get; }

    public InsuranceKinds Insurance { get; }

    public EntryRules Entry { get; }

    public Holidays Holidays { get; }

    /// <summary>Reads every file; throws <see cref="ReferenceDataException"/>.</summary>
    public static ReferenceData Load(string folder) => new(folder);

    /// <summary>The same data, with cases of every programme open: for trying out the workflow of a programme that is not offered yet.</summary>
    public ReferenceData WithEveryProgrammeOpen()
    {
        var copy = (ReferenceData)MemberwiseClone();
        copy.Programmes = [.. Programmes.Select(programme => programme with { Available = true })];
        return copy;
    }

    /// <summary>The country of that code; null when there is none.</summary>
    public Country? Country(string? code) => code is null ? null : byCode.GetValueOrDefault(code);

    /// <summary>The programme of that code or workflow id, in any letter case; null when there is none.</summary>
    public Programme? Programme(string? codeOrId) => Programmes.FirstOrDefault(p =>
        string.Equals(p.Code, codeOrId, StringComparison.OrdinalIgnoreCase) || string.Equals(p.Id, codeOrId, StringComparison.OrdinalIgnoreCase));

    /// <summary>Name of a field of study by its longest known prefix: 1013 as such, 10131 as 1013; null when unknown.</summary>
    public LocalText? FieldName(string? code)
    {
        for (var length = code?.Length ?? 0; length >= 2; length--)
        {
            if (FieldsOfStudy.FirstOrDefault(f => f.Code == code![..length]) is { } field)
            {
                return field.Name;
            }
        }

        return null;
    }
}
