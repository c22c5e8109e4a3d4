using Send.Core.Forms;

namespace Send.Core.Tasks;

/// <summary>Titles of tasks by the id of their form.</summary>
public interface ITaskTitles
{
    /// <summary>The form's title, or the id itself where the form is not known any more.</summary>
    LocalText Of(string formId);

    /// <summary>Ids of the forms whose title in either language contains the text.</summary>
    IReadOnlyList<string> Containing(string text);
}
