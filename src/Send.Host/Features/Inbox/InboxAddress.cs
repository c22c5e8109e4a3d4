using System.Globalization;
using Send.Core.Cases;
using Send.Core.Results;
using Send.Core.Staff;
using Send.Core.Tasks;

namespace Send.Host.Features.Inbox;

/// <summary>What the inbox shows, as its address says it: view, filters, words, and the task open beside the list. Unknown values in an address count as absent.</summary>
public sealed record InboxAddress
{
    public InboxView View { get; init; } = InboxView.Mine;

    public string? Text { get; init; }

    public string? Programme { get; init; }

    public CaseStage? Stage { get; init; }

    public StaffRole? Queue { get; init; }

    public Guid? Task { get; init; }

    public bool HasFilters => Text is not null || Programme is not null || Stage is not null || Queue is not null;

    /// <summary>Reads the values of a query string.</summary>
    public static InboxAddress Read(string? view, string? text, string? programme, string? stage, string? queue, string? task) => new()
    {
        View = Parse<InboxView>(view) ?? InboxView.Mine,
        Text = string.IsNullOrWhiteSpace(text) ? null : text.Trim(),
        Programme = string.IsNullOrWhiteSpace(programme) ? null : programme,
        Stage = Parse<CaseStage>(stage),
        Queue = Parse<StaffRole>(queue),
        Task = Guid.TryParse(task, out var id) ? id : null,
    };

    /// <summary>The address, `inbox?view=available&amp;stage=needs`; defaults are left out.</summary>
    public override string ToString()
    {
        var parts = new List<string>();
        Add("view", View == InboxView.Mine ? null : Name(View));
        Add("text", Text);
        Add("programme", Programme);
        Add("stage", Stage is { } stage ? Name(stage) : null);
        Add("queue", Queue is { } queue ? Name(queue) : null);
        Add("task", Task?.ToString());
        return parts.Count == 0 ? "inbox" : "inbox?" + string.Join('&', parts);

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                parts.Add($"{name}={Uri.EscapeDataString(value)}");
            }
        }
    }

    /// <summary>The query behind the address.</summary>
    public InboxQuery ToQuery(int size, string? after) => new()
    {
        View = View,
        Text = Text,
        Programme = Programme,
        Stage = Stage,
        Queue = Queue,
        Page = new PageRequest(size, after),
    };

    private static string Name<TEnum>(TEnum value)
        where TEnum : struct, Enum => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    private static TEnum? Parse<TEnum>(string? text)
        where TEnum : struct, Enum =>
        text is not null && !int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out _) && Enum.TryParse<TEnum>(text, ignoreCase: true, out var value) ? value : null;
}
