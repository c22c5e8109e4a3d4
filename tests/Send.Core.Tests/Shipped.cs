using Send.Core.Forms;
using Send.Core.Reference;

namespace Send.Core.Tests;

/// <summary>The data that ship with the product.</summary>
internal static class Shipped
{
    public static ReferenceData Reference { get; } = ReferenceData.Load(RepositoryRoot.Path("workflows", "reference"));

    public static FormCatalog Forms { get; } = FormCatalog.Load(RepositoryRoot.Path("workflows", "forms"));

    public static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
