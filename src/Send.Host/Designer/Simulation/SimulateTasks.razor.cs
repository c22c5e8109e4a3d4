using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Components;
using Send.Core.Forms;
using Send.Host.Localization;

namespace Send.Host.Designer.Simulation;

/// <summary>The tasks of a simulation, with their answers to change.</summary>
public sealed partial class SimulateTasks
{
    private readonly Dictionary<int, string?> chosen = [];
    private readonly JsonObject values = [];
    private int open = -1;

    [Inject]
    public required Texts T { get; init; }

    [Inject]
    public required FormCatalog Forms { get; init; }

    [Parameter, EditorRequired]
    public SimulationResult Result { get; set; } = default!;

    [Parameter]
    public EventCallback<SimulationRequest> OnRun { get; set; }

    private string? Chosen(int index, SimulatedTask task) => chosen.GetValueOrDefault(index) ?? task.Outcome ?? (task.Outcomes.Count > 0 ? task.Outcomes[0].Name : null);

    private bool IsChanged(int index, SimulatedTask task) => Chosen(index, task) != (task.Outcome ?? (task.Outcomes.Count > 0 ? task.Outcomes[0].Name : null)) || (open == index && values.Count > 0);

    /// <summary>Fields of one plain value; tables and the like are chosen through the API.</summary>
    private List<FormField> Fields(SimulatedTask task) =>
        [.. (Forms.Find(task.Form)?.Fields ?? []).Where(field => field.Type is FieldType.Text or FieldType.Long or FieldType.Date or FieldType.Int or FieldType.Decimal or FieldType.Money or FieldType.Bool or FieldType.Choice or FieldType.Scale5 or FieldType.Country or FieldType.City)];

    private IEnumerable<(string Value, string Text)> Options(FormField field) =>
        field.Type == FieldType.Bool ? [("true", T["form.yes"]), ("false", T["form.no"])] : field.Options.Select(option => (option.Value, T.Of(option.Label)));

    private void Toggle(int index)
    {
        values.Clear();
        open = open == index ? -1 : index;
    }

    private string Shown(SimulatedTask task, FormField field)
    {
        var value = values.TryGetPropertyValue(field.Id, out var changed) ? changed : task.Data?[field.Id];
        return value is null ? "" : value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString();
    }

    private void Change(FormField field, string? text) => values[field.Id] = string.IsNullOrWhiteSpace(text) ? null : field.Type switch
    {
        FieldType.Bool => JsonValue.Create(text == "true"),
        FieldType.Int or FieldType.Scale5 when int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) => JsonValue.Create(whole),
        FieldType.Decimal or FieldType.Money when decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => JsonValue.Create(number),
        _ => JsonValue.Create(text.Trim()),
    };

    private Task AgainAsync(int index, SimulatedTask task)
    {
        var before = Result.Request.Answers.LastOrDefault(answer => Meets(answer, task))?.Data?.DeepClone().AsObject() ?? [];
        foreach (var (field, value) in open == index ? values : [])
        {
            before[field] = value?.DeepClone();
        }

        var answer = new SimulationAnswer(task.Activity, task.Form, task.Occurrence, Chosen(index, task), before.Count == 0 ? null : before);
        return OnRun.InvokeAsync(Result.Request with { AllPaths = false, Answers = [.. Result.Request.Answers.Where(one => !Meets(one, task)), answer] });
    }

    private static bool Meets(SimulationAnswer answer, SimulatedTask task) =>
        (answer.Activity is null || answer.Activity == task.Activity) && (answer.Form is null || answer.Form == task.Form) && answer.Occurrence == task.Occurrence;
}
