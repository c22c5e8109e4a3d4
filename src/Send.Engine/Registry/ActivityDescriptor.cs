namespace Send.Engine.Models
{
    /// <summary>What the registry knows of an activity type; served to the designer.</summary>
    public sealed record ActivityDescriptor
    {
        /// <summary>Full type name, for example <c>Send.ArrangeVisa</c>.</summary>
        public required string TypeName { get; init; }

        /// <summary>First part of the type name.</summary>
        public required string Namespace { get; init; }

        /// <summary>Second part of the type name.</summary>
        public required string Name { get; init; }

        /// <summary>Version of the contract.</summary>
        public int Version { get; init; } = 1;

        /// <summary>Group in the palette.</summary>
        public string Category { get; init; } = "";

        /// <summary>Name that people see.</summary>
        public string DisplayName { get; init; } = "";

        /// <summary>What it does.</summary>
        public string? Description { get; init; }

        /// <summary>What kind of work it does.</summary>
        public ActivityKind Kind { get; init; }

        /// <summary>CLR type; null for workflows used as activities.</summary>
        public Type? ClrType { get; init; }

        /// <summary>Inputs in the order of the editor.</summary>
        public IReadOnlyList<InputDescriptor> Inputs { get; init; } = [];

        /// <summary>Outputs.</summary>
        public IReadOnlyList<OutputDescriptor> Outputs { get; init; } = [];

        /// <summary>Ports: embedded children and outcomes. Without outcomes the implicit one is Done.</summary>
        public IReadOnlyList<Port> Ports { get; init; } = [];

        /// <summary>Settings that the designer copies into new activities.</summary>
        public IReadOnlyDictionary<string, object?> ConstructionProperties { get; init; } = new Dictionary<string, object?>(StringComparer.Ordinal);

        /// <summary>Further facts about the type.</summary>
        public IReadOnlyDictionary<string, object?> CustomProperties { get; init; } = new Dictionary<string, object?>(StringComparer.Ordinal);

        /// <summary>True if it contains a list of activities.</summary>
        public bool IsContainer { get; init; }

        /// <summary>False if the palette hides it.</summary>
        public bool IsBrowsable { get; init; } = true;

        /// <summary>True for Start.</summary>
        public bool IsStart { get; init; }

        /// <summary>True for activities that end their container.</summary>
        public bool IsTerminal { get; init; }

        /// <summary>True if it asks to run in the background.</summary>
        public bool RunAsynchronously { get; init; }

        /// <summary>Makes an activity of this type with the type's defaults.</summary>
        public required Func<IActivity> Constructor { get; init; }

        /// <summary>The workflow that an activity of this type runs; null for activities in code.</summary>
        public Definitions.WorkflowDefinition? WorkflowDefinition { get; init; }

        /// <summary>Properties that hold one activity or a list of them.</summary>
        internal IReadOnlyList<Registry.EmbeddedPort> EmbeddedPorts { get; init; } = [];
    }

    /// <summary>What inputs and outputs have in common.</summary>
    public abstract record PropertyDescriptor
    {
        /// <summary>Technical name.</summary>
        public required string Name { get; init; }

        /// <summary>Type of the values.</summary>
        public required Type Type { get; init; }

        /// <summary>Label.</summary>
        public string DisplayName { get; init; } = "";

        /// <summary>Help text.</summary>
        public string? Description { get; init; }

        /// <summary>Position in the editor.</summary>
        public float Order { get; init; }

        /// <summary>False if the editor hides it.</summary>
        public bool IsBrowsable { get; init; } = true;

        /// <summary>False if it is not written to definitions.</summary>
        public bool IsSerializable { get; init; } = true;

        /// <summary>True if the activity class has no such property: its value is kept among the synthetic properties.</summary>
        public bool IsSynthetic { get; init; }

        /// <summary>Reads the property of an activity; null if it is synthetic.</summary>
        internal Func<IActivity, object?>? Getter { get; init; }

        /// <summary>Writes the property of an activity; null if it is synthetic.</summary>
        internal Action<IActivity, object?>? Setter { get; init; }
    }

    /// <summary>An input of an activity type.</summary>
    public sealed record InputDescriptor : PropertyDescriptor
    {
        /// <summary>True if the value is an expression, false if it is plain data.</summary>
        public bool IsWrapped { get; init; } = true;

        /// <summary>Editor.</summary>
        public string UIHint { get; init; } = UIHints.InputUIHints.SingleLine;

        /// <summary>Tab in the editor.</summary>
        public string? Category { get; init; }

        /// <summary>Value that the editor proposes.</summary>
        public object? DefaultValue { get; init; }

        /// <summary>Expression language that the editor proposes.</summary>
        public string? DefaultSyntax { get; init; }

        /// <summary>True if the editor only shows it.</summary>
        public bool IsReadOnly { get; init; }

        /// <summary>True if its value is not to be shown or kept in logs.</summary>
        public bool IsSensitive { get; init; }

        /// <summary>False if the activity evaluates it itself.</summary>
        public bool AutoEvaluate { get; init; } = true;

        /// <summary>Choices and other facts for the editor.</summary>
        public IReadOnlyDictionary<string, object?> UISpecifications { get; init; } = new Dictionary<string, object?>(StringComparer.Ordinal);

        /// <summary>Types of the <see cref="IPropertyUIHandler"/>s that give the editor more facts.</summary>
        public IReadOnlyList<Type> UIHandlers { get; init; } = [];

        /// <summary>The property of the activity class; null if it is synthetic.</summary>
        public System.Reflection.PropertyInfo? Property { get; init; }

        /// <summary>Makes the typed input from an expression; null if it is not wrapped.</summary>
        internal Func<Expressions.Expression?, Input>? InputFactory { get; init; }
    }

    /// <summary>An output of an activity type.</summary>
    public sealed record OutputDescriptor : PropertyDescriptor
    {
        /// <summary>Makes the typed output from a variable reference.</summary>
        internal Func<Expressions.MemoryBlockReference?, Output>? OutputFactory { get; init; }
    }

    /// <summary>A port of an activity type.</summary>
    /// <param name="Name">Technical name.</param>
    /// <param name="DisplayName">Label.</param>
    /// <param name="Type">Child or outcome.</param>
    /// <param name="IsBrowsable">False if the designer hides it.</param>
    public sealed record Port(string Name, string DisplayName, PortType Type, bool IsBrowsable = true);

    /// <summary>Kinds of ports.</summary>
    public enum PortType
    {
        /// <summary>Holds a child activity.</summary>
        Embedded,

        /// <summary>An outcome that connections start from.</summary>
        Flow,
    }
}

namespace Send.Engine.Registry
{
    /// <summary>A property of an activity class that holds one activity or a list of them.</summary>
    internal sealed record EmbeddedPort(string Name, bool IsCollection, Func<IActivity, object?> Getter, Action<IActivity, object?> Setter);
}
