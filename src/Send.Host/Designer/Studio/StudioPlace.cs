namespace Send.Host.Designer.Studio;

/// <summary>Where a person is in Studio. <paramref name="Id"/> is the definition or the instance; <paramref name="Name"/> what it is called; <paramref name="Case"/> the case an instance runs for.</summary>
public sealed record StudioPlace(StudioView View, string? Id = null, string? Name = null, StudioCase? Case = null)
{
    /// <summary>Address of the page.</summary>
    public string Path => StudioPages.Root + View switch
    {
        StudioView.Editor => $"/workflows/definitions/{Uri.EscapeDataString(Id ?? "")}/edit",
        StudioView.Instances => "/workflows/instances",
        StudioView.Viewer => $"/workflows/instances/{Uri.EscapeDataString(Id ?? "")}/view",
        _ => "/workflows/definitions",
    };
}

/// <summary>The case of an instance, in words for the bar above Studio.</summary>
public sealed record StudioCase(Guid Id, string Code, string Person, string Programme);

/// <summary>The four pages, each one of Studio's custom elements.</summary>
public enum StudioView
{
    Definitions,
    Editor,
    Instances,
    Viewer,
}
