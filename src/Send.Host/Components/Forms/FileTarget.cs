using Microsoft.AspNetCore.Components.Forms;

namespace Send.Host.Components.Forms;

/// <summary>Where the files of a form go: the page knows the case, the field only the file. Answers the document's id, or why it was not taken.</summary>
public sealed class FileTarget(Func<IBrowserFile, Task<(Guid? DocumentId, string? Problem)>> upload)
{
    public Task<(Guid? DocumentId, string? Problem)> UploadAsync(IBrowserFile file) => upload(file);
}
