using Send.Core.Results;

namespace Send.Host.Infrastructure.Web;

/// <summary>Reads `page[size]` and `page[after]`.</summary>
internal static class Paging
{
    public const string Size = "page[size]";
    public const string After = "page[after]";

    public static PageRequest Of(int? size, string? after) => new(size ?? PageRequest.DefaultSize, after);
}
