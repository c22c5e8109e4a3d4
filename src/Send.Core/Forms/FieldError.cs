using System.Text.Json.Nodes;

namespace Send.Core.Forms;

/// <summary>What is wrong with one value: a JSON pointer into the data (`/competences/0/name`), a stable code (`field.required`, …) and a sentence for people.</summary>
public sealed record FieldError(string Pointer, string Code, string Message);

/// <summary>Answer of <see cref="FormValidator"/>: the data as they are kept (hidden fields dropped, values in one notation), and what is wrong with them.</summary>
public sealed record FormCheck(JsonObject Data, IReadOnlyList<FieldError> Errors)
{
    public bool IsValid => Errors.Count == 0;
}
