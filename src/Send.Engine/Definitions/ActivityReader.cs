using System.Text.Json;
using Send.Engine.Activities;
using Send.Engine.Expressions;
using Send.Engine.Memory;
using Send.Engine.Models;
using Send.Engine.Serialization;

namespace Send.Engine.Definitions;

/// <summary>Reads the activities of one definition.</summary>
internal sealed class ActivityReader(
    WorkflowCompiler compiler, IActivityRegistry registry, WellKnownTypes types, WorkflowDefinition definition, IReadOnlyList<string> definitionPath)
{
    private readonly Dictionary<string, string> pathsById = new(StringComparer.Ordinal);

    public DefinitionReader Fields { get; } = new(definition.Source);

    public ParsedActivity ReadRoot()
    {
        if (definition.Root is { } root)
        {
            return ReadActivity(root, "$.root");
        }

        var descriptor = registry.Find("Elsa.Sequence") ?? throw Fields.Wrong("$.root", "is missing, and no Elsa.Sequence is registered to stand in for it.");
        var empty = descriptor.Constructor();
        empty.Id = "Sequence1";
        empty.Type = descriptor.TypeName;
        return new ParsedActivity(empty, descriptor);
    }

    public ParsedActivity ReadActivity(JsonElement json, string path)
    {
        Fields.RequireObject(json, path, "an activity with id and type");
        var type = Fields.RequiredText(json, "type", path);
        var version = Fields.Integer(json, "version", path);
        var descriptor = (version is { } number ? registry.Find(type, number) : null) ?? registry.Find(type);
        if (descriptor is null)
        {
            return ReadNotFound(json, path, type);
        }

        var activity = descriptor.Constructor();
        ReadCommon(activity, json, path, descriptor.TypeName, descriptor.Version);
        var variables = activity is IVariableContainer and not Workflow ? ReadVariables(json, path) : [];
        var parsed = new ParsedActivity(activity, descriptor) { Variables = variables };
        if (activity is IVariableContainer container)
        {
            foreach (var variable in variables)
            {
                container.Variables.Add(variable);
            }
        }

        ReadInputs(parsed, json, path);
        ReadOutputs(parsed, json, path);
        ReadChildren(parsed, json, path);
        (activity as IReadsDefinition)?.Read(new DefinitionContext(this, parsed, json, path));
        if (descriptor.WorkflowDefinition is { } inner)
        {
            ReadInnerWorkflow(parsed, inner, path);
        }

        return parsed;
    }

    public Input ReadInput(InputDescriptor descriptor, JsonElement value, string path) => descriptor.InputFactory!(ReadExpression(value, path));

    /// <summary>An input's value: an object with an expression; anything else counts as a literal.</summary>
    public Expression? ReadExpression(JsonElement value, string path)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            return Expression.LiteralExpression(PlainJson.FromElement(value));
        }

        if (!value.TryGetProperty("expression", out var expression))
        {
            return value.TryGetProperty("type", out _) ? ReadBareExpression(value, path) : null;
        }

        return expression.ValueKind == JsonValueKind.Object ? ReadBareExpression(expression, $"{path}.expression") : null;
    }

    public Expression ReadBareExpression(JsonElement expression, string path)
    {
        var language = Fields.RequiredText(expression, "type", path);
        var value = expression.TryGetProperty("value", out var raw) ? raw : default;
        if (string.Equals(language, "Variable", StringComparison.Ordinal) && value.ValueKind == JsonValueKind.Object)
        {
            return new Expression(language, ReadVariableReference(value, $"{path}.value"));
        }

        return new Expression(language, value.ValueKind == JsonValueKind.Undefined ? null : PlainJson.FromElement(value));
    }

    public Variable ReadVariableReference(JsonElement value, string path) => new()
    {
        Id = Fields.Text(value, "id", path) ?? "",
        Name = Fields.Text(value, "name", path) ?? "",
        TypeName = Fields.Text(value, "typeName", path) ?? "Object",
    };

    public List<Variable> CreateVariables(IEnumerable<VariableDefinition> definitions)
    {
        var variables = new List<Variable>();
        foreach (var declared in definitions)
        {
            // A type that nobody registered drops the variable, as in Elsa: a definition cannot make the engine load a class.
            if (types.Resolve(declared.TypeName, declared.IsArray) is { } type)
            {
                variables.Add(new Variable
                {
                    Id = declared.Id,
                    Name = declared.Name,
                    ValueType = type,
                    TypeName = declared.IsArray ? declared.TypeName + "[]" : declared.TypeName,
                    Value = ObjectConverter.ConvertTo(declared.Value, type),
                    StorageDriverTypeName = declared.StorageDriverTypeName,
                });
            }
        }

        return variables;
    }

    private List<Variable> ReadVariables(JsonElement json, string path) => CreateVariables(Fields.List(json, "variables", path, VariableDefinition.Read));

    private void ReadCommon(IActivity activity, JsonElement json, string path, string type, int version)
    {
        activity.Id = Fields.RequiredText(json, "id", path);
        if (!pathsById.TryAdd(activity.Id, path))
        {
            throw Fields.Wrong($"{path}.id", $"'{activity.Id}' is already the id of {pathsById[activity.Id]}; ids must be unique within a definition.");
        }

        activity.Name = Fields.Text(json, "name", path);
        activity.Type = type;
        activity.Version = version;
        activity.CustomProperties = ReadMap(json, "customProperties", path, StringComparer.OrdinalIgnoreCase);
        activity.Metadata = ReadMap(json, "metadata", path, StringComparer.Ordinal);
    }

    private Dictionary<string, object?> ReadMap(JsonElement json, string name, string path, StringComparer comparer)
    {
        if (!json.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return new(comparer);
        }

        Fields.RequireObject(value, $"{path}.{name}", "values by name");
        return new((Dictionary<string, object?>)PlainJson.FromElement(value)!, comparer);
    }

    private ParsedActivity ReadNotFound(JsonElement json, string path, string type)
    {
        var descriptor = registry.Find("Elsa.NotFoundActivity") ?? Registry.ActivityDescriber.Describe(typeof(NotFoundActivity));
        var activity = new NotFoundActivity { MissingTypeName = type };
        ReadCommon(activity, json, path, descriptor.TypeName, descriptor.Version);
        return new ParsedActivity(activity, descriptor);
    }

    private void ReadInputs(ParsedActivity parsed, JsonElement json, string path)
    {
        foreach (var descriptor in parsed.Descriptor.Inputs)
        {
            var key = JsonNamingPolicy.CamelCase.ConvertName(descriptor.Name);
            var isGiven = json.TryGetProperty(key, out var value) && value.ValueKind != JsonValueKind.Null;
            if (!descriptor.IsWrapped)
            {
                if (isGiven && descriptor.Setter is not null && parsed.Activity is not IReadsDefinition)
                {
                    descriptor.Setter(parsed.Activity, ObjectConverter.ConvertTo(PlainJson.FromElement(value), descriptor.Type));
                }

                continue;
            }

            var input = isGiven ? ReadInput(descriptor, value, $"{path}.{key}") : descriptor.Getter?.Invoke(parsed.Activity) as Input;
            if (input is null)
            {
                continue;
            }

            if (descriptor.IsSynthetic)
            {
                parsed.Activity.SyntheticProperties[descriptor.Name] = input;
            }
            else
            {
                descriptor.Setter!(parsed.Activity, input);
            }

            parsed.Bind(descriptor.Name, input, descriptor.AutoEvaluate);
        }
    }

    private void ReadOutputs(ParsedActivity parsed, JsonElement json, string path)
    {
        foreach (var descriptor in parsed.Descriptor.Outputs)
        {
            var key = JsonNamingPolicy.CamelCase.ConvertName(descriptor.Name);
            if (!json.TryGetProperty(key, out var value) || value.ValueKind != JsonValueKind.Object
                || !value.TryGetProperty("memoryReference", out var reference) || reference.ValueKind != JsonValueKind.Object)
            {
                continue;
            }

            var id = Fields.Text(reference, "id", $"{path}.{key}.memoryReference");
            var output = descriptor.OutputFactory!(string.IsNullOrEmpty(id) ? null : new MemoryBlockReference(id));
            if (descriptor.IsSynthetic)
            {
                parsed.Activity.SyntheticProperties[descriptor.Name] = output;
            }
            else
            {
                descriptor.Setter!(parsed.Activity, output);
            }
        }
    }

    private void ReadChildren(ParsedActivity parsed, JsonElement json, string path)
    {
        foreach (var port in parsed.Descriptor.EmbeddedPorts)
        {
            var key = JsonNamingPolicy.CamelCase.ConvertName(port.Name);
            if (parsed.Activity is Workflow || !json.TryGetProperty(key, out var value) || value.ValueKind == JsonValueKind.Null)
            {
                continue;
            }

            if (!port.IsCollection)
            {
                if (value.ValueKind == JsonValueKind.Object)
                {
                    var child = ReadActivity(value, $"{path}.{key}");
                    parsed.Children.Add(child);
                    port.Setter(parsed.Activity, child.Activity);
                }

                continue;
            }

            var children = Fields.List(json, key, path, (_, element, childPath) => ReadActivity(element, childPath));
            parsed.Children.AddRange(children);
            port.Setter(parsed.Activity, children.Select(child => child.Activity).ToList());
        }
    }

    private void ReadInnerWorkflow(ParsedActivity parsed, WorkflowDefinition inner, string path)
    {
        if (definitionPath.Contains(inner.DefinitionId, StringComparer.Ordinal))
        {
            throw Fields.Wrong($"{path}.type", $"workflow '{inner.DefinitionId}' would contain itself ({string.Join(" > ", definitionPath)}); use ExecuteWorkflow for recursion.");
        }

        var workflow = compiler.ReadWorkflow(inner, [.. definitionPath, inner.DefinitionId]);
        ((WorkflowDefinitionActivity)parsed.Activity).Root = workflow.Activity;
        parsed.Children.Add(workflow);
    }
}
