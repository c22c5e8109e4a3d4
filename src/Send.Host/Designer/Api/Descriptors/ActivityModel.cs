using System.Text.Json;

namespace Send.Host.Designer.Api.Descriptors;

/// <summary>An activity type as Elsa Studio reads it.</summary>
internal sealed record ActivityModel(
    string TypeName,
    string? ClrType,
    string Namespace,
    string Name,
    int Version,
    string Category,
    string DisplayName,
    string Description,
    IReadOnlyList<InputModel> Inputs,
    IReadOnlyList<OutputModel> Outputs,
    string Kind,
    bool RunAsynchronously,
    IReadOnlyList<PortModel> Ports,
    IReadOnlyDictionary<string, object?> CustomProperties,
    IReadOnlyDictionary<string, object?> ConstructionProperties,
    bool IsContainer,
    bool IsBrowsable,
    bool IsStart,
    bool IsTerminal);

/// <summary>An input of an activity type. <paramref name="UiSpecifications"/> holds the choices.</summary>
internal sealed record InputModel(
    bool IsWrapped,
    string UiHint,
    string? Category,
    object? DefaultValue,
    string? DefaultSyntax,
    bool IsReadOnly,
    bool IsSensitive,
    bool AutoEvaluate,
    IReadOnlyDictionary<string, object?> UiSpecifications,
    string Name,
    string TypeName,
    string DisplayName,
    string Description,
    float Order,
    bool IsBrowsable,
    bool IsSerializable,
    bool IsSynthetic);

/// <summary>An output of an activity type.</summary>
internal sealed record OutputModel(string Name, string TypeName, string DisplayName, string Description, float Order, bool IsBrowsable, bool IsSynthetic);

/// <summary>A port of an activity type: <paramref name="Name"/> is what connections keep, <paramref name="DisplayName"/> what people read.</summary>
internal sealed record PortModel(string Name, string DisplayName, string Type, bool IsBrowsable);

/// <summary>A language of expressions.</summary>
internal sealed record ExpressionModel(string Type, string DisplayName, bool IsSerializable, bool IsBrowsable, IReadOnlyDictionary<string, string> Properties);

/// <summary>A type that variables, inputs and outputs of workflows can have.</summary>
internal sealed record VariableTypeModel(string TypeName, string DisplayName, string Category, string Description);

/// <summary>Where variables are kept.</summary>
internal sealed record StorageDriverModel(string TypeName, string DisplayName, double Priority, bool Deprecated);

/// <summary>A strategy that a workflow can choose.</summary>
internal sealed record StrategyModel(string DisplayName, string Description, string TypeName);

/// <summary>A part of the server that Studio asks for before it shows what needs it.</summary>
internal sealed record FeatureModel(string Name, string Namespace, string FullName, string DisplayName, string Description);

/// <summary>Version of Elsa whose API this is.</summary>
internal sealed record PackageVersionModel(string PackageVersion);

/// <summary>What Studio says of the other inputs when it asks for the choices of one.</summary>
internal sealed record OptionsQuestion(JsonElement? Context);

/// <summary>For which input of which activity type scripts are written.</summary>
internal sealed record TypeDefinitionsQuestion(string? WorkflowDefinitionId, string? ActivityTypeName, string? PropertyName);
