using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;

namespace Send.Host.Infrastructure.Web;

/// <summary>Answers exceptions of API requests with problem details: unreadable requests name the line or the field, everything else is a 500 without details.</summary>
internal sealed class ProblemExceptions(IProblemDetailsService problems) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (!ApiPaths.IsApi(httpContext.Request.Path))
        {
            return false;
        }

        var details = exception is BadHttpRequestException bad
            ? Unreadable(bad)
            : Problems.Details(StatusCodes.Status500InternalServerError, "server.fault", "Something went wrong here; it was logged. Nothing of the request was done.");
        httpContext.Response.StatusCode = details.Status!.Value;
        return await problems.TryWriteAsync(new ProblemDetailsContext { HttpContext = httpContext, ProblemDetails = details });
    }

    private static Microsoft.AspNetCore.Mvc.ProblemDetails Unreadable(BadHttpRequestException bad)
    {
        if (bad.InnerException is JsonException json)
        {
            if (json.Message.Split(" was missing required properties including: ", 2) is [_, var missing])
            {
                var at = PointerOf(json.Path) ?? "";
                var fields = missing.Split('.', 2)[0].Split(',').Select(name => name.Trim(' ', '\'')).ToList();
                return Problems.Details(bad.StatusCode, "request.missing", $"Required: {string.Join(", ", fields)}.", [.. fields.Select(name => new FieldProblem($"{at}/{name}", "request.missing", "This field is required."))]);
            }

            var pointer = PointerOf(json.Path);
            var where = json.LineNumber is { } line ? $" (line {line + 1}, position {json.BytePositionInLine + 1})" : "";
            return Problems.Details(bad.StatusCode, "request.json", Say(json) + where, pointer is null ? null : [new(pointer, "request.json", Say(json))]);
        }

        if (bad.Message.Split('"') is ["Failed to bind parameter ", var parameter, " from ", var value, ..])
        {
            // "EnumQuery<InboxView>? View": the last word is the parameter.
            var name = parameter.Split(' ')[^1];
            return Problems.Details(bad.StatusCode, "request.parameter", $"The parameter “{char.ToLowerInvariant(name[0])}{name[1..]}” cannot be “{value}”; the OpenAPI document says what it can be.");
        }

        return Problems.Details(bad.StatusCode, bad.StatusCode == StatusCodes.Status413PayloadTooLarge ? "request.size" : "request.invalid", bad.Message);
    }

    /// <summary>The sentence of System.Text.Json without its path and position, and without names of our types.</summary>
    private static string Say(JsonException json)
    {
        var text = json.Message.Split(" Path: ", 2)[0].TrimEnd('.', ' ');
        if (text.StartsWith("The JSON property ", StringComparison.Ordinal) && text.Split('\'') is [_, var name, ..])
        {
            return $"There is no field “{name}” here.";
        }

        return text.StartsWith("The JSON value could not be converted to ", StringComparison.Ordinal)
            ? $"The value does not have the type that it should have: {Expected(text["The JSON value could not be converted to ".Length..])}."
            : "This is not valid JSON: " + text + ".";
    }

    private static string Expected(string type)
    {
        foreach (var (name, words) in new[]
        {
            ("DateOnly", "a date, yyyy-MM-dd"), ("DateTime", "a date and time, ISO 8601"), ("Guid", "a UUID"), ("Int", "a whole number"), ("Decimal", "a number"),
            ("Double", "a number"), ("Boolean", "true or false"), ("String", "a text"), ("List", "a list"), ("JsonObject", "an object"),
        })
        {
            if (type.Contains(name, StringComparison.Ordinal))
            {
                return words;
            }
        }

        return "one of the values that the OpenAPI document names, or an object";
    }

    /// <summary>`$.participant.languages[0].lang` → `/participant/languages/0/lang`.</summary>
    private static string? PointerOf(string? path) =>
        path is null or "$" ? null : path.TrimStart('$').Replace('[', '.').Replace("]", "", StringComparison.Ordinal).Replace("'", "", StringComparison.Ordinal).Replace('.', '/');
}
