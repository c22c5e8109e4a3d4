using Send.Core.Forms;

namespace Send.Core.Reference;

/// <summary>A country with its memberships (each the day since when, null: not a member) and its rules for people who stay.</summary>
public sealed record Country
{
    /// <summary>ISO 3166-1 alpha-2.</summary>
    public required string Code { get; init; }

    public required LocalText Name { get; init; }

    public DateOnly? Eu { get; init; }

    public DateOnly? Eea { get; init; }

    /// <summary>Free movement by an agreement of its own (Switzerland).</summary>
    public DateOnly? FreeMovement { get; init; }

    public DateOnly? Schengen { get; init; }

    /// <summary>Takes part in the Union's education programmes.</summary>
    public DateOnly? Programme { get; init; }

    /// <summary>Its citizens may enter the Schengen area for 90 days in 180 without a visa.</summary>
    public bool VisaFree { get; init; }

    /// <summary>Duty of citizens with free movement to register; null: none.</summary>
    public RegistrationDuty? Registration { get; init; }

    /// <summary>Days to appeal against a refused visa; null: the default of 15.</summary>
    public int? AppealDays { get; init; }

    /// <summary>True when its citizens move freely within EU, EEA and Switzerland on that day.</summary>
    public bool MovesFreely(DateOnly day) => Eea <= day || Eu <= day || FreeMovement <= day;
}

/// <summary>Register within so many days of the first one when the stay is longer than <paramref name="StayOver"/> days (0: every stay).</summary>
public sealed record RegistrationDuty(int StayOver, int WithinDays, LocalText Office);

/// <summary>countries.json.</summary>
public sealed record CountryList : ReferenceSource
{
    public required IReadOnlyList<Country> Countries { get; init; }
}

/// <summary>A code with its name; lists of languages and fields of study.</summary>
public sealed record NamedCode(string Code, LocalText Name);

/// <summary>languages.json.</summary>
public sealed record LanguageList : ReferenceSource
{
    public required IReadOnlyList<NamedCode> Languages { get; init; }
}

/// <summary>isced-f.json.</summary>
public sealed record FieldList : ReferenceSource
{
    public required IReadOnlyList<NamedCode> Fields { get; init; }
}

/// <summary>A level of the Common European Framework; <paramref name="HoursFromBelow"/> is the guide value of course hours to reach it from the level below.</summary>
public sealed record CefrLevel(string Code, LocalText Name, int HoursFromBelow);

/// <summary>cefr.json.</summary>
public sealed record CefrList : ReferenceSource
{
    public required IReadOnlyList<CefrLevel> Levels { get; init; }
}
