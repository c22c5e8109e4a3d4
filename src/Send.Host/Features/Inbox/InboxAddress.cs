using Send.Core.Cases;
using Send.Core.Results;
using Send.Core.Staff;
using Send.Core.Tasks;
using Send.Host.Components.Session;

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
        View = AddressQuery.Read<InboxView>(view) ?? InboxView.Mine,
        Text = AddressQuery.Clean(text),
        Programme = AddressQuery.Clean(programme),
        Stage = AddressQuery.Read<CaseStage>(stage),
        Queue = AddressQuery.Read<StaffRole>(queue),
        Task = Guid.TryParse(task, out var id) ? id : null,
    };

    /// <summary>The address, `inbox?view=available&amp;stage=needs`; defaults are left out.</summary>
    public override string ToString() => AddressQuery.Of(
        "inbox",
        ("view", View == InboxView.Mine ? null : AddressQuery.NameOf<InboxView>(View)),
        ("text", Text),
        ("programme", Programme),
        ("stage", AddressQuery.NameOf(Stage)),
        ("queue", AddressQuery.NameOf(Queue)),
        ("task", Task?.ToString()));

    /// <summary>The query behind the address.</summary>
    public InboxQuery ToQuery(int size, string? after) => new()
    {
        View = View,
        Text = Text,
        Programme = Programme,
        Stage = Stage,
        Queue = Queue,
        Sort = View == InboxView.Done ? InboxSort.Done : InboxSort.Due,
        Page = new PageRequest(size, after),
    };
}
