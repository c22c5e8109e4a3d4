namespace Send.Engine.Attributes;

/// <summary>Describes an activity to the registry and the designer.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ActivityAttribute : Attribute
{
    /// <summary>Creates the attribute; everything is set by name.</summary>
    public ActivityAttribute()
    {
    }

    /// <summary>Namespace, category and description. The activity's type name is namespace, dot, class name.</summary>
    public ActivityAttribute(string @namespace, string? category, string? description = null)
    {
        Namespace = @namespace;
        Category = category;
        Description = description;
    }

    /// <summary>Namespace and description.</summary>
    public ActivityAttribute(string @namespace, string? description = null)
    {
        Namespace = @namespace;
        Description = description;
    }

    /// <summary>Namespace, own name, version, description, category.</summary>
    public ActivityAttribute(string @namespace, string? type, int version, string? description = null, string? category = null)
    {
        Namespace = @namespace;
        Type = type;
        Version = version;
        Description = description;
        Category = category;
    }

    /// <summary>First part of the type name, for example <c>Send</c>.</summary>
    public string? Namespace { get; set; }

    /// <summary>Second part of the type name; the class name by default.</summary>
    public string? Type { get; set; }

    /// <summary>Version of the activity's contract; 1 by default.</summary>
    public int Version { get; set; } = 1;

    /// <summary>What it does, for the designer.</summary>
    public string? Description { get; set; }

    /// <summary>Name in the designer; the class name in words by default.</summary>
    public string? DisplayName { get; set; }

    /// <summary>Group in the designer's palette; the namespace by default.</summary>
    public string? Category { get; set; }

    /// <summary>What kind of work it does.</summary>
    public ActivityKind Kind { get; set; } = ActivityKind.Action;

    /// <summary>True if it asks to run in the background.</summary>
    public bool RunAsynchronously { get; set; }
}
