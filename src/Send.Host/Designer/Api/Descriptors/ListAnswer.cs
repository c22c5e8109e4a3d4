namespace Send.Host.Designer.Api.Descriptors;

/// <summary>Elsa's answer to lists: the items and how many they are.</summary>
internal sealed record ListAnswer<T>(IReadOnlyList<T> Items)
{
    public int Count => Items.Count;
}
