namespace Send.Engine.Attributes;

/// <summary>Describes an input of an activity to the designer.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class InputAttribute : Attribute
{
    /// <summary>Technical name; the property's name by default.</summary>
    public string? Name { get; set; }

    /// <summary>Editor, one of <see cref="UIHints.InputUIHints"/>; chosen by type by default.</summary>
    public string? UIHint { get; set; }

    /// <summary>Label; the property's name in words by default.</summary>
    public string? DisplayName { get; set; }

    /// <summary>Help text.</summary>
    public string? Description { get; set; }

    /// <summary>Tab in the designer.</summary>
    public string? Category { get; set; }

    /// <summary>Choices of a drop-down or check list: an array of texts.</summary>
    public object? Options { get; set; }

    /// <summary>Position among the inputs.</summary>
    public float Order { get; set; }

    /// <summary>Value that the designer proposes.</summary>
    public object? DefaultValue { get; set; }

    /// <summary>Expression language that the designer proposes.</summary>
    public string? DefaultSyntax { get; set; }

    /// <summary>Expression languages that make sense here.</summary>
    public string[]? SupportedSyntaxes { get; set; }

    /// <summary>True if the designer only shows it.</summary>
    public bool IsReadOnly { get; set; }

    /// <summary>False if the designer hides it.</summary>
    public bool IsBrowsable { get; set; } = true;

    /// <summary>False if the activity evaluates it itself.</summary>
    public bool AutoEvaluate { get; set; } = true;

    /// <summary>False if it is not written to definitions.</summary>
    public bool IsSerializable { get; set; } = true;

    /// <summary>True if its value is not to be shown or kept in logs.</summary>
    public bool CanContainSecrets { get; set; }

    /// <summary>Gives the editor its choices and other facts: an <see cref="IPropertyUIHandler"/>.</summary>
    public Type? UIHandler { get; set; }

    /// <summary>Several of them.</summary>
    public Type[]? UIHandlers { get; set; }
}

/// <summary>Describes an output of an activity to the designer.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OutputAttribute : Attribute
{
    /// <summary>Technical name; the property's name by default.</summary>
    public string? Name { get; set; }

    /// <summary>Label; the property's name in words by default.</summary>
    public string? DisplayName { get; set; }

    /// <summary>Help text.</summary>
    public string? Description { get; set; }

    /// <summary>False if the designer hides it.</summary>
    public bool IsBrowsable { get; set; } = true;

    /// <summary>False if it is not written to definitions and logs.</summary>
    public bool IsSerializable { get; set; } = true;
}

/// <summary>Marks a property that holds a child activity.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PortAttribute : Attribute
{
    /// <summary>Creates the attribute.</summary>
    public PortAttribute()
    {
    }

    /// <summary>A port with its own name.</summary>
    public PortAttribute(string? name, string? displayName = null)
    {
        Name = name;
        DisplayName = displayName;
    }

    /// <summary>Technical name; the property's name by default.</summary>
    public string? Name { get; set; }

    /// <summary>Label.</summary>
    public string? DisplayName { get; set; }
}
