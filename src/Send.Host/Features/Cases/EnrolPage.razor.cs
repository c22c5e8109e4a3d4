using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Send.Core.Cases;
using Send.Core.Deadlines;
using Send.Core.Forms;
using Send.Core.Participants;
using Send.Core.Reference;
using Send.Core.Results;
using Send.Core.Staff;
using Send.Host.Components.Forms;
using Send.Host.Components.Session;
using Send.Host.Localization;

namespace Send.Host.Features.Cases;

/// <summary>The enrolment of a person: form in steps, checks beside the dates, a review, then the case.</summary>
public sealed partial class EnrolPage
{
    private static readonly string[][] Steps = [["participant", "guardian"], ["programme"], ["destination"], []];

    private readonly Guid operation = Guid.NewGuid();
    private FormState? state;
    private IReadOnlyList<ParticipantRow> people = [];
    private List<string> problems = [];
    private int step;
    private bool touched;
    private bool busy;

    [Inject]
    public required Texts T { get; init; }

    [Inject]
    public required ErrorWords Words { get; init; }

    [Inject]
    public required Dates Dates { get; init; }

    [Inject]
    public required UserSession User { get; init; }

    [Inject]
    public required Lookups Lookups { get; init; }

    [Inject]
    public required Ask Ask { get; init; }

    [Inject]
    public required Answers Answers { get; init; }

    [Inject]
    public required Dialogs Dialogs { get; init; }

    [Inject]
    public required ReferenceData Reference { get; init; }

    [Inject]
    public required DeadlinePlanner Planner { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    /// <summary>Somebody on file, from that person's page.</summary>
    [SupplyParameterFromQuery(Name = "participant")]
    public string? Participant { get; set; }

    private IReadOnlyList<LateStep> Late => new EnrolmentChecks(T, Dates.Today).Late(
        Planner, Json.Date(state!.Data["departure"]), Json.Date(state.Data["start"]), Json.Date(state.Data["end"]), Json.Date(state.Data["return"]));

    private IReadOnlyList<(string State, string Text)> Checks => new EnrolmentChecks(T, Dates.Today).Of(
        Reference.Programme(Json.Text(state!.Data["programme"])),
        Json.Date(state.Data["departure"]),
        Json.Date(state.Data["start"]),
        Json.Date(state.Data["end"]),
        Json.Date(state.Data["return"]),
        Json.Text(state.Data["who"]) == "new" ? Json.Date(state.Data["birthDate"]) : people.FirstOrDefault(row => $"{row.Id}" == Json.Text(state.Data["participantId"]))?.BirthDate);

    private JsonObject Review => new(state!.Form.Fields.Where(one => state.IsVisible(one) && state.Data[one.Id] is not null).Select(one => KeyValuePair.Create(one.Id, Shown(one))));

    private Dictionary<string, string> Names => state!.Form.Fields.ToDictionary(one => one.Id, one => T.Of(one.Label));

    protected override async Task OnInitializedAsync()
    {
        if (!User.Can(Permission.OpenCases))
        {
            return;
        }

        var found = await Ask.ForAsync((ParticipantListHandler handler, Actor actor) =>
            handler.HandleAsync(new ParticipantListQuery(Page: new PageRequest(PageRequest.MaximumSize)), actor, CancellationToken.None));
        people = found.IsSuccess ? found.Value.Items : [];
        var form = PageForms.Load("enrolment")
            .WithOptions("programme", Reference.Programmes.Where(one => one.Available).Select(one => (one.Code, T.Of(one.Name))))
            .WithOptions("participantId", people.Select(row => ($"{row.Id}", $"{row.FamilyName} {row.GivenName}, {Dates.Day(row.BirthDate)}")))
            .WithOptions("ownerId", await Lookups.StaffAsync());
        var context = new FormContext(new JsonObject { ["case"] = new JsonObject { ["minorBorn"] = Dates.Today.AddYears(-18).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) } });
        var known = Guid.TryParse(Participant, out var id) && people.Any(row => row.Id == id);
        var data = new JsonObject { ["who"] = known ? "existing" : "new", ["programme"] = Reference.Programmes.First(one => one.Available).Code };
        if (known)
        {
            data["participantId"] = $"{id}";
        }

        state = new FormState(form, data, context, new Dictionary<string, string>());
        state.Changed += OnChanged;
    }

    private void OnChanged()
    {
        touched = true;
        StateHasChanged();
    }

    private void Next()
    {
        var own = state!.Form.Sections.Where(section => Steps[step].Contains(section.Id)).SelectMany(section => section.Fields).Select(field => field.Id).ToHashSet();
        var errors = Check().Errors.Where(error => own.Contains(FieldOf(error))).ToList();
        state.Show(errors);
        problems = [];
        if (errors.Count == 0)
        {
            step++;
        }
    }

    private FormCheck Check() => FormValidator.Validate(state!.Form, state.Data.DeepClone().AsObject(), "Save", state.Context, Texts.Language);

    private async Task OpenAsync()
    {
        var check = Check();
        if (!check.IsValid)
        {
            Refuse(check.Errors);
            return;
        }

        busy = true;
        var answer = await Ask.DoAsync((OpenCaseHandler handler, Actor actor) => handler.HandleAsync(EnrolmentRequest.From(check.Data, operation), actor, CancellationToken.None));
        busy = false;
        if (answer.IsSuccess)
        {
            touched = false;
            Answers.Tell(answer.Value.Late is { Count: > 0 } late ? T.Count("enrol.openedLate", late.Count, answer.Value.Code) : T["enrol.opened", answer.Value.Code]);
            Navigation.NavigateTo($"cases/{answer.Value.Id}");
            return;
        }

        Refuse([.. answer.Errors.Select(error => EnrolmentRequest.At(error, Words.For(error)))]);
    }

    /// <summary>Back to the step of the first field that is to blame.</summary>
    private void Refuse(IReadOnlyList<FieldError> errors)
    {
        var at = state!.Form.Sections.SelectMany(section => section.Fields.Select(field => (section.Id, Field: field.Id))).ToLookup(pair => pair.Field, pair => pair.Id);
        var first = errors.SelectMany(error => at[FieldOf(error)]).Select(section => Array.FindIndex(Steps, steps => steps.Contains(section))).Where(index => index >= 0).DefaultIfEmpty(step).Min();
        step = first;
        state.Show([.. errors.Where(error => at.Contains(FieldOf(error)))]);
        problems = [.. errors.Where(error => !at.Contains(FieldOf(error))).Select(error => error.Message)];
    }

    private static string FieldOf(FieldError error) => error.Pointer.Split('/').ElementAtOrDefault(1) ?? "";

    private JsonNode? Shown(FormField field)
    {
        var text = Json.Text(state!.Data[field.Id]);
        return field.Type switch
        {
            FieldType.Choice => field.Options.FirstOrDefault(option => option.Value == text) is { } option ? T.Of(option.Label) : text,
            FieldType.Country => Places.Country(text),
            FieldType.Organisation => organisations.FirstOrDefault(one => one.Value == text).Text ?? text,
            _ => state.Data[field.Id]?.DeepClone(),
        };
    }

    private IReadOnlyList<(string Value, string Text)> organisations = [];

    protected override async Task OnParametersSetAsync() => organisations = await Lookups.OrganisationsAsync();

    private async Task LeaveAsync(LocationChangingContext leaving)
    {
        if (touched && !await Dialogs.ConfirmAsync(T["form.leaveTitle"], T["form.leaveText"], T["form.leave"], danger: true))
        {
            leaving.PreventNavigation();
        }
    }
}
