using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Send.Core.Forms;

/// <summary>A form of a human task: file `workflows/forms/{id}.json`, notation in docs/forms.md. It drives the page, the check on the server, the JSON Schema of the
/// API and the printed form.</summary>
public sealed record FormDefinition
{
    /// <summary>File name without extension.</summary>
    public required string Id { get; init; }

    /// <summary>Verb first, `Analyse the training needs`.</summary>
    public required LocalText Title { get; init; }

    /// <summary>Why the task exists, one sentence.</summary>
    public required LocalText Purpose { get; init; }

    /// <summary>Section of the case's facts into which the submitted data go; null to keep them in the task only.</summary>
    public string? Section { get; init; }

    /// <summary>Buttons, in order; the first is the primary one.</summary>
    public required IReadOnlyList<FormOutcome> Outcomes { get; init; }

    public IReadOnlyList<FormPanel> Panels { get; init; } = [];

    public required IReadOnlyList<FormSection> Sections { get; init; }

    /// <summary>All fields in the order of the page.</summary>
    [JsonIgnore]
    public IEnumerable<FormField> Fields => Sections.SelectMany(section => section.Fields);

    /// <summary>Checks across fields.</summary>
    public IReadOnlyList<FormRule> Rules { get; init; } = [];
}

/// <summary>An outcome button. With <see cref="Check"/> false the fields need not be complete, but what is there must be well formed; the fields
/// of <see cref="Requires"/> must be answered for this outcome in any case, for example the reason of a refusal.</summary>
public sealed record FormOutcome(string Name, LocalText Label, LocalText? Hint = null, bool Check = true, bool Danger = false, IReadOnlyList<string>? Requires = null);

/// <summary>Something that an activity computed for the task, shown above the fields. Kinds: `matches`, `checks`, `outcomes`, `facts`.</summary>
public sealed record FormPanel(string Kind, string Path, LocalText Title);

/// <summary>A group of fields under one heading.</summary>
public sealed record FormSection
{
    public required string Id { get; init; }

    public required LocalText Title { get; init; }

    public LocalText? Help { get; init; }

    public Condition? VisibleWhen { get; init; }

    public required IReadOnlyList<FormField> Fields { get; init; }
}

/// <summary>One field. <see cref="Example"/> is always there and passes the field's own rules; its strings may be references (`$case.return+30d`).</summary>
public sealed record FormField
{
    /// <summary>Camel case; key in the data object.</summary>
    public required string Id { get; init; }

    public required FieldType Type { get; init; }

    public required LocalText Label { get; init; }

    public LocalText? Help { get; init; }

    public bool Required { get; init; }

    public Condition? RequiredWhen { get; init; }

    public Condition? VisibleWhen { get; init; }

    /// <summary>Least number, text length, or rows.</summary>
    public decimal? Min { get; init; }

    /// <summary>Greatest number, text length, or rows.</summary>
    public decimal? Max { get; init; }

    public string? Pattern { get; init; }

    public LocalText? PatternMessage { get; init; }

    /// <summary>Choices of `choice` and `multi`.</summary>
    public IReadOnlyList<FormOption> Options { get; init; } = [];

    /// <summary>Columns of a `table`.</summary>
    public IReadOnlyList<FormField> Columns { get; init; } = [];

    /// <summary>Path into the case's context from which an untouched field is filled: `case.departure`, `facts.needs.summary`, `computed.best`;
    /// several are separated by ` | `, and the first that has a value counts. In a column: the name of the value in the row that fills the table.</summary>
    public string? Prefill { get; init; }

    /// <summary>Unit shown behind the input, `h`, `€`, `km`.</summary>
    public string? Unit { get; init; }

    public bool ReadOnly { get; init; }

    /// <summary>Only people with the permission to read sensitive data see it.</summary>
    public bool Sensitive { get; init; }

    public required JsonNode Example { get; init; }
}

/// <summary>A choice.</summary>
public sealed record FormOption(string Value, LocalText Label);

/// <summary>A check across fields: refused with <see cref="Message"/> at <see cref="Field"/> unless <see cref="Holds"/>. With <see cref="Each"/> (a table) it is judged
/// for every row, and <see cref="Field"/> is a column. It does not speak while a value that it compares is missing.</summary>
public sealed record FormRule(string Field, Condition Holds, LocalText Message, Condition? When = null, string? Each = null);
