using MudBlazor;
using Send.Core.Cases;
using Send.Core.Reference;
using Send.Host.Designer.Api.Descriptors;

namespace Send.Host.Designer.Looks;

/// <summary>Icon and colour of each activity type of Send. Elsa's descriptors carry neither, and Studio knows those of Elsa's own types alone, so a script of our page
/// (`js/designer-looks.js`) dresses ours in the palette and on the canvas. The colour is that of the stage.</summary>
internal static class ActivityLooks
{
    private const string CaseColour = "#475569";
    private const string MessageColour = "#7c3aed";

    private static readonly Dictionary<string, (string Icon, string Colour)> All = new(StringComparer.Ordinal)
    {
        ["Send.AnalyseTrainingNeeds"] = (Icons.Material.Outlined.Psychology, Of(CaseStage.Needs)),
        ["Send.DevelopProgramme"] = (Icons.Material.Outlined.MenuBook, Of(CaseStage.Programme)),
        ["Send.SearchPlacement"] = (Icons.Material.Outlined.TravelExplore, Of(CaseStage.Placement)),
        ["Send.AgreeLearning"] = (Icons.Material.Outlined.Handshake, Of(CaseStage.Agreement)),
        ["Send.ArrangeAccommodation"] = (Icons.Material.Outlined.Hotel, Of(CaseStage.Preparation)),
        ["Send.ArrangeInsurance"] = (Icons.Material.Outlined.HealthAndSafety, Of(CaseStage.Preparation)),
        ["Send.ArrangeLocalTransport"] = (Icons.Material.Outlined.DirectionsBus, Of(CaseStage.Preparation)),
        ["Send.ArrangeMeals"] = (Icons.Material.Outlined.Restaurant, Of(CaseStage.Preparation)),
        ["Send.ArrangeTravel"] = (Icons.Material.Outlined.Flight, Of(CaseStage.Preparation)),
        ["Send.ArrangeVisa"] = (Icons.Material.Outlined.Badge, Of(CaseStage.Preparation)),
        ["Send.ArrangeCulturalVisits"] = (Icons.Material.Outlined.Museum, Of(CaseStage.Preparation)),
        ["Send.ArrangeLanguageCourse"] = (Icons.Material.Outlined.Translate, Of(CaseStage.Preparation)),
        ["Send.PrepareDeparture"] = (Icons.Material.Outlined.Luggage, Of(CaseStage.Preparation)),
        ["Send.ConfirmDeparture"] = (Icons.Material.Outlined.FlightTakeoff, Of(CaseStage.Departure)),
        ["Send.MonitorStay"] = (Icons.Material.Outlined.MonitorHeart, Of(CaseStage.Stay)),
        ["Send.EvaluateMobility"] = (Icons.Material.Outlined.Assessment, Of(CaseStage.Evaluation)),
        ["Send.CertifyCompetences"] = (Icons.Material.Outlined.WorkspacePremium, Of(CaseStage.Certification)),
        ["Send.TransferCredits"] = (Icons.Material.Outlined.School, Of(CaseStage.Recognition)),
        [TaskForms.HumanTask] = (Icons.Material.Outlined.AssignmentInd, CaseColour),
        ["Send.ChangeCaseStatus"] = (Icons.Material.Outlined.Flag, CaseColour),
        ["Send.MatchCase"] = (Icons.Material.Outlined.CallSplit, CaseColour),
        ["Send.ReadCase"] = (Icons.Material.Outlined.FindInPage, CaseColour),
        ["Send.WriteCase"] = (Icons.Material.Outlined.EditNote, CaseColour),
        ["Send.ReplanCase"] = (Icons.Material.Outlined.EditCalendar, CaseColour),
        ["Send.SetDeadline"] = (Icons.Material.Outlined.Alarm, CaseColour),
        ["Send.WaitForCaseEvent"] = (Icons.Material.Outlined.NotificationsActive, CaseColour),
        ["Send.WaitUntilCaseDate"] = (Icons.Material.Outlined.Event, CaseColour),
        ["Send.SendMail"] = (Icons.Material.Outlined.ForwardToInbox, MessageColour),
        ["Send.GenerateDocument"] = (Icons.Material.Outlined.PictureAsPdf, MessageColour),
    };

    /// <summary>The looks of the types of a catalogue that have one.</summary>
    public static IReadOnlyList<ActivityLook> For(IEnumerable<ActivityModel> models, ReferenceData reference) =>
        [.. models.Where(model => All.ContainsKey(TaskForms.TypeInCode(model.TypeName))).Select(model => Of(model, reference))];

    private static ActivityLook Of(ActivityModel model, ReferenceData reference)
    {
        var (icon, colour) = All[TaskForms.TypeInCode(model.TypeName)];
        var stage = TaskForms.FormIdOf(model.TypeName) is { } form ? StageOf(form, reference) : null;
        return new(model.TypeName, model.DisplayName, icon, stage is { } known ? Of(known) : colour);
    }

    /// <summary>About when a form is filled in, by the day from which its deadline is counted.</summary>
    private static CaseStage? StageOf(string form, ReferenceData reference) => reference.Plan.Steps.FirstOrDefault(step => step.Code == form) switch
    {
        null => null,
        { Anchor: Core.Deadlines.DeadlineAnchor.Return } => CaseStage.Evaluation,
        { Anchor: Core.Deadlines.DeadlineAnchor.Start or Core.Deadlines.DeadlineAnchor.End } => CaseStage.Stay,
        { Anchor: Core.Deadlines.DeadlineAnchor.Departure } => CaseStage.Preparation,
        _ => CaseStage.Intake,
    };

    private static string Of(CaseStage stage) => stage switch
    {
        CaseStage.Intake => "#0e7490",
        CaseStage.Needs => "#0369a1",
        CaseStage.Programme => "#1d4ed8",
        CaseStage.Placement => "#4338ca",
        CaseStage.Agreement => "#7e22ce",
        CaseStage.Preparation => "#b45309",
        CaseStage.Departure => "#c2410c",
        CaseStage.Stay => "#15803d",
        CaseStage.Return => "#0f766e",
        CaseStage.Evaluation => "#be185d",
        CaseStage.Certification => "#a16207",
        CaseStage.Recognition => "#9f1239",
        _ => CaseColour,
    };
}

/// <summary>How a type looks: the name under which the palette shows it, the inside of a 24×24 SVG, and a CSS colour.</summary>
internal sealed record ActivityLook(string Type, string Name, string Icon, string Colour);
