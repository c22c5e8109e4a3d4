using Send.Engine.Activities;
using Send.Engine.Expressions;
using Send.Engine.Registry;

namespace Send.Engine.Definitions;

/// <summary>Turns a definition version into something that runs.</summary>
public sealed class WorkflowCompiler
{
    private readonly IActivityRegistry registry;
    private readonly WellKnownTypes types;

    /// <summary>Creates the compiler.</summary>
    public WorkflowCompiler(IActivityRegistry registry, WellKnownTypes types)
    {
        this.registry = registry;
        this.types = types;
    }

    /// <summary>
    /// Compiles a definition; throws <see cref="DefinitionException"/> if its structure is wrong. Unknown activity types are no error:
    /// they become NotFound activities that fault when they run.
    /// </summary>
    public CompiledWorkflow Compile(WorkflowDefinition definition)
    {
        var parsed = ReadWorkflow(definition, [definition.DefinitionId]);
        return new CompiledWorkflow(definition, (Workflow)parsed.Activity, parsed.Attach(parent: null));
    }

    internal ParsedActivity ReadWorkflow(WorkflowDefinition definition, IReadOnlyList<string> definitionPath)
    {
        var reader = new ActivityReader(this, registry, types, definition, definitionPath);
        var root = reader.ReadRoot();
        var workflow = new Workflow
        {
            Type = "Elsa.Workflow",
            Root = root.Activity,
            Variables = reader.CreateVariables(definition.Variables),
        };

        // Elsa numbers workflows from the inside out: a workflow used as an activity has taken "Workflow1" before its user gets a number.
        var taken = root.SelfAndDescendants().Select(activity => activity.Activity.Id).ToHashSet(StringComparer.Ordinal);
        var number = 1;
        while (taken.Contains($"Workflow{number}"))
        {
            number++;
        }

        workflow.Id = $"Workflow{number}";
        var descriptor = registry.Find(workflow.Type) ?? ActivityDescriber.Describe(typeof(Workflow));
        var parsed = new ParsedActivity(workflow, descriptor) { Variables = [.. workflow.Variables] };
        parsed.Children.Add(root);
        return parsed;
    }
}
