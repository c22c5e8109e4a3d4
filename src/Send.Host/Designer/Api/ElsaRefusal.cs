using System.Text.Json.Serialization;
using Send.Core.Results;

namespace Send.Host.Designer.Api;

/// <summary>Refusals as Elsa's server writes them and Studio shows them: problem details whose `errors` are messages by name. Studio shows the messages of a 400 to the person
/// (save, publish, retract, import) and takes any other status for a fault.</summary>
internal static class ElsaRefusal
{
    private static readonly System.Text.Json.JsonSerializerOptions Json = new(ElsaJson.Options) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public static IResult Of(int status, string code, params IReadOnlyList<string> messages) => Results.Json(
        new Body("https://www.rfc-editor.org/rfc/rfc9110#section-15.5", Send.Host.Infrastructure.Web.Problems.TitleOf(status), status, string.Join(" ", messages), code, new(StringComparer.Ordinal) { ["generalErrors"] = messages }),
        Json,
        "application/problem+json",
        status);

    /// <summary>The refusal of a result; what is no permission or unknown thing is a 400, so that Studio shows it.</summary>
    public static IResult Of(IReadOnlyList<Error> errors, int conflictStatus = StatusCodes.Status400BadRequest)
    {
        var first = errors[0];
        var status = first.Kind switch
        {
            ErrorKind.NotFound => StatusCodes.Status404NotFound,
            ErrorKind.Forbidden => StatusCodes.Status403Forbidden,
            ErrorKind.Conflict => conflictStatus,
            _ => StatusCodes.Status400BadRequest,
        };
        return Of(status, first.Code, [.. errors.Select(error => error.Message)]);
    }

    private sealed record Body(string Type, string Title, int Status, string Detail, string Code, Dictionary<string, IReadOnlyList<string>> Errors)
    {
        public int StatusCode => Status;

        public string Message => Detail;
    }
}
