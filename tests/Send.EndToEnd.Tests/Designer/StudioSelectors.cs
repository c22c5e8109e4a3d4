namespace Send.EndToEnd.Tests.Designer;

/// <summary>Where things are in the markup of Elsa Studio 3.8.2. A later Studio is followed here.</summary>
internal static class StudioSelectors
{
    // Every page
    public const string Stage = ".stage";
    public const string Row = ".stage tbody tr.mud-table-row";
    public const string RowMenu = "td .mud-menu button";
    public const string RowBox = "input[type=checkbox]";
    public const string OpenMenu = ".mud-popover-open";
    public const string MenuItem = ".mud-popover-open .mud-menu-item";
    public const string Option = ".mud-popover-open .mud-list-item-clickable-extended, .mud-popover-open .mud-list-item-clickable";
    public const string Dialog = ".mud-dialog";
    public const string DialogTab = ".mud-tab";
    public const string Snackbar = "#mud-snackbar-container .mud-snackbar";
    public const string ErrorBar = "#blazor-error-ui";
    public const string Search = ".stage .mud-table-toolbar input[placeholder^='Search on']";
    public const string ToolbarMenu = ".stage .mud-table-toolbar .mud-button-group-root .mud-menu button";
    public const string Upload = ".stage input[type=file]";

    // Canvas
    public const string Canvas = ".stage .graph-container";
    public const string Node = ".stage .x6-node";
    public const string SelectedNode = ".stage .x6-node-selected";
    public const string NodeLabel = ".activity-label";
    public const string NodeType = ".activity-type";
    public const string NodeBox = "rect";
    public const string Edge = ".stage .x6-edge";
    public const string Badge = ".mud-badge";
    public const string PortHit = ".elsa-designer-port-hit-area";

    // Editor
    public const string PaletteSearch = ".stage input[placeholder=Search]";
    public const string PaletteItem = ".stage [draggable=true]";
    public const string PalettePanel = ".stage .mud-expand-panel";
    public const string PaletteHeader = ".mud-expand-panel-header";
    public const string Tab = ".stage .mud-tab";
    public const string Inputs = ".stage .rz-splitter-vertical > div:last-child";
    public const string Label = "label.mud-input-label";
    public const string Monaco = ".monaco-editor";
    public const string Publish = ".stage .rz-splitter .mud-toolbar .mud-button-group-root .mud-tooltip-root button";
    public const string PublishMenu = ".stage .rz-splitter .mud-toolbar .mud-button-group-root .mud-menu button";
    public const string Run = ".stage .rz-splitter .mud-toolbar button.mud-success-text";

    // Viewer
    public const string JournalEntry = ".stage .mud-timeline-item";

    /// <summary>The frame around an input, from its label.</summary>
    public const string FieldOfLabel = "xpath=ancestor::div[contains(concat(' ',@class,' '),' mud-input-control ')][1]";

    /// <summary>The line that holds an input and its menu of syntaxes, from the frame.</summary>
    public const string LineOfField = "xpath=ancestor::div[contains(concat(' ',@class,' '),' flex-row ')][1]";

    public static string Port(string name) => $"[port=\"{name}\"] {PortHit}";
}
