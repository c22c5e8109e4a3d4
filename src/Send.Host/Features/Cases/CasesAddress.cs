using Send.Core.Cases;
using Send.Core.Results;
using Send.Host.Components.Session;

namespace Send.Host.Features.Cases;

/// <summary>Which cases the list shows, as its address says it.</summary>
public sealed record CasesAddress
{
    public string? Text { get; init; }

    public string? Programme { get; init; }

    public CaseStatus? Status { get; init; }

    public CaseStage? Stage { get; init; }

    public Guid? Owner { get; init; }

    public string? Destination { get; init; }

    /// <summary>`running` (the default), `ended` or `all`.</summary>
    public string Scope { get; init; } = "running";

    /// <summary>By departure unless chosen otherwise.</summary>
    public CaseSort Sort { get; init; }

    public bool HasFilters => Text is not null || Programme is not null || Status is not null || Stage is not null || Owner is not null || Destination is not null;

    /// <summary>Reads the values of a query string.</summary>
    public static CasesAddress Read(string? text, string? programme, string? status, string? stage, string? owner, string? destination, string? scope, string? sort = null) => new()
    {
        Text = AddressQuery.Clean(text),
        Programme = AddressQuery.Clean(programme),
        Status = AddressQuery.Read<CaseStatus>(status),
        Stage = AddressQuery.Read<CaseStage>(stage),
        Owner = Guid.TryParse(owner, out var id) ? id : null,
        Destination = AddressQuery.Clean(destination)?.ToUpperInvariant(),
        Sort = AddressQuery.Read<CaseSort>(sort) ?? CaseSort.Departure,
        Scope = scope is "ended" or "all" ? scope : "running",
    };

    public override string ToString() => ToString("cases");

    /// <summary>The address of these cases as a file.</summary>
    public string ToFile() => ToString("cases/export");

    private string ToString(string path) => AddressQuery.Of(
        path,
        ("scope", Scope == "running" ? null : Scope),
        ("text", Text),
        ("programme", Programme),
        ("status", AddressQuery.NameOf(Status)),
        ("stage", AddressQuery.NameOf(Stage)),
        ("owner", Owner?.ToString()),
        ("destination", Destination),
        ("sort", Sort == CaseSort.Departure ? null : AddressQuery.NameOf<CaseSort>(Sort)));

    /// <summary>The query behind the address.</summary>
    public CaseListQuery ToQuery(PageRequest page) => new()
    {
        Text = Text,
        Programme = Programme,
        Status = Status,
        Stage = Stage,
        Owner = Owner,
        Destination = Destination,
        Running = Scope switch
        {
            "running" => true,
            "ended" => false,
            _ => null,
        },
        Sort = Sort,
        Page = page,
    };
}
