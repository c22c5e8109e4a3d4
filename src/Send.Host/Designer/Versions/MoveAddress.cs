using Send.Host.Components.Session;

namespace Send.Host.Designer.Versions;

/// <summary>The choice of cases to move, as the page's address.</summary>
internal sealed record MoveAddress(string DefinitionId, string? From, string? To, string? Text)
{
    public override string ToString() => AddressQuery.Of($"designer/versions/{Uri.EscapeDataString(DefinitionId)}/move", ("from", From), ("to", To), ("text", Text));
}
