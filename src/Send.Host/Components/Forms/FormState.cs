using System.Text.Json.Nodes;
using Send.Core.Forms;

namespace Send.Host.Components.Forms;

/// <summary>A form that somebody fills: its values, what is visible and required with them, where values came from and what is wrong. One per open form; components
/// read it and call <see cref="Set"/>, the page listens to <see cref="Changed"/>.</summary>
public sealed class FormState
{
    private readonly Dictionary<string, string> origins;
    private HashSet<string> visible = [];
    private Conditions conditions;

    /// <summary>Takes over the values; they are changed in place.</summary>
    public FormState(FormDefinition form, JsonObject data, FormContext context, IReadOnlyDictionary<string, string> origins)
    {
        (Form, Data, Context) = (form, data, context);
        this.origins = new(origins, StringComparer.Ordinal);
        conditions = new(data, context);
        Judge();
    }

    public FormDefinition Form { get; }

    public JsonObject Data { get; }

    public FormContext Context { get; }

    public bool ReadOnly { get; set; }

    /// <summary>Problems of the last check, by pointer into the data (`/competences/0/name`).</summary>
    public IReadOnlyList<FieldError> Errors { get; private set; } = [];

    /// <summary>Raised after a value has changed.</summary>
    public event Action? Changed;

    public bool IsVisible(FormField field) => visible.Contains(field.Id);

    public bool IsRequired(FormField field) => FormValidator.IsRequired(field, conditions);

    /// <summary>Whether a cell of that row is shown.</summary>
    public bool IsVisible(FormField column, JsonObject row) => column.VisibleWhen is null || new Conditions(Data, Context, row).Holds(column.VisibleWhen);

    /// <summary>Whether a cell of that row must be answered.</summary>
    public bool IsRequired(FormField column, JsonObject row) => FormValidator.IsRequired(column, new Conditions(Data, Context, row));

    /// <summary>The context path that the untouched value came from; null when a person entered it.</summary>
    public string? OriginOf(string fieldId) => origins.GetValueOrDefault(fieldId);

    /// <summary>Messages at exactly this pointer.</summary>
    public IEnumerable<string> ErrorsAt(string pointer) => Errors.Where(error => error.Pointer == pointer).Select(error => error.Message);

    /// <summary>Replaces a field's value; null or empty removes it.</summary>
    public void Set(string fieldId, JsonNode? value)
    {
        if (ReadOnly)
        {
            return;
        }

        if (value is null)
        {
            Data.Remove(fieldId);
        }
        else if (!ReferenceEquals(Data[fieldId], value))
        {
            Data[fieldId] = value;
        }

        origins.Remove(fieldId);
        Errors = [.. Errors.Where(error => error.Pointer != "/" + fieldId && !error.Pointer.StartsWith($"/{fieldId}/", StringComparison.Ordinal))];
        Judge();
        Changed?.Invoke();
    }

    /// <summary>Rises with each <see cref="Show"/>, so that the summary of the same problems takes the focus again.</summary>
    public int Attempt { get; private set; }

    /// <summary>Shows the problems of a check.</summary>
    public void Show(IReadOnlyList<FieldError> errors) => (Errors, Attempt) = (errors, Attempt + 1);

    /// <summary>The element id of a field's input, for links of the error summary.</summary>
    public static string ElementId(string pointer) => "f" + pointer.Replace('/', '-');

    private void Judge()
    {
        visible = [.. FormValidator.VisibleFields(Form, Data, Context).Select(field => field.Id)];
        conditions = new(Data, Context);
    }
}
