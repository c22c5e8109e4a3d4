using Microsoft.AspNetCore.Mvc;
using Send.Core.Results;

namespace Send.Host.Infrastructure.Web;

/// <summary>Refusals as RFC 9457 problem details with the stable extension `code`, and for fields `errors`: `[{pointer, code, message}]`.</summary>
internal static class Problems
{
    public const string ContentType = "application/problem+json";

    /// <summary>The value as JSON with 200, else the problem.</summary>
    public static IResult ToHttp<T>(this Result<T> result) => result.ToHttp(value => Results.Ok(value));

    /// <summary>What <paramref name="done"/> makes of the value, else the problem.</summary>
    public static IResult ToHttp<T>(this Result<T> result, Func<T, IResult> done) => result.IsSuccess ? done(result.Value) : Of(result.Errors);

    /// <summary>The problem for these errors; the first one gives status and code.</summary>
    public static IResult Of(IReadOnlyList<Error> errors) => Results.Problem(Details(errors));

    public static ProblemDetails Details(IReadOnlyList<Error> errors)
    {
        var first = errors[0];
        var status = StatusOf(first.Kind);
        var fields = errors.Where(error => error.Field is not null).Select(error => new FieldProblem(error.Field!, error.Code, error.Message)).ToList();
        var several = first.Kind == ErrorKind.Invalid && fields.Count > 0;
        return Details(status, several && fields.Count > 1 ? "fields.invalid" : first.Code, several && fields.Count > 1 ? $"{fields.Count} fields are not as they should be." : first.Message, fields);
    }

    public static ProblemDetails Details(int status, string code, string detail, IReadOnlyList<FieldProblem>? fields = null)
    {
        var problem = new ProblemDetails { Status = status, Title = TitleOf(status), Detail = detail };
        problem.Extensions["code"] = code;
        if (fields is { Count: > 0 })
        {
            problem.Extensions["errors"] = fields;
        }

        return problem;
    }

    public static string TitleOf(int status) => status switch
    {
        StatusCodes.Status400BadRequest => "The request cannot be read",
        StatusCodes.Status401Unauthorized => "Sign in first",
        StatusCodes.Status403Forbidden => "You may not do this",
        StatusCodes.Status404NotFound => "Not found",
        StatusCodes.Status409Conflict => "The request does not fit the present state",
        StatusCodes.Status413PayloadTooLarge => "The request is too large",
        StatusCodes.Status415UnsupportedMediaType => "The request's media type is not taken",
        StatusCodes.Status422UnprocessableEntity => "The request is not as it should be",
        StatusCodes.Status429TooManyRequests => "Too many requests",
        _ => "The request could not be done",
    };

    private static int StatusOf(ErrorKind kind) => kind switch
    {
        ErrorKind.NotFound => StatusCodes.Status404NotFound,
        ErrorKind.Forbidden => StatusCodes.Status403Forbidden,
        ErrorKind.Conflict => StatusCodes.Status409Conflict,
        _ => StatusCodes.Status422UnprocessableEntity,
    };
}

/// <summary>What is wrong with one field: a JSON pointer into the request.</summary>
internal sealed record FieldProblem(string Pointer, string Code, string Message);
