namespace Send.Core.Results;

/// <summary>An expected refusal. <paramref name="Code"/> is stable and part of the API (problem details `code`); <paramref name="Message"/> is English prose for logs
/// and clients without a translation; <paramref name="Field"/> is a JSON pointer into the request where one field is to blame.</summary>
public sealed record Error(string Code, string Message, string? Field = null, ErrorKind Kind = ErrorKind.Invalid);

/// <summary>What a refusal means to a caller: the API maps it to 422, 404, 403 and 409.</summary>
public enum ErrorKind
{
    /// <summary>The request cannot be taken as it is (422).</summary>
    Invalid,

    /// <summary>Nothing of that id, or nothing that the caller may know of (404).</summary>
    NotFound,

    /// <summary>The caller may not do this (403).</summary>
    Forbidden,

    /// <summary>The request was made on an older state (409).</summary>
    Conflict,
}
