namespace Send.Core.Documents;

/// <summary>The files that may be put into a case, by extension.</summary>
public static class AcceptedFiles
{
    /// <summary>20 MiB.</summary>
    public const int LargestBytes = 20 * 1024 * 1024;

    /// <summary>Extension → media type.</summary>
    public static readonly IReadOnlyDictionary<string, string> MediaTypes = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        [".pdf"] = "application/pdf",
        [".png"] = "image/png",
        [".jpg"] = "image/jpeg",
        [".jpeg"] = "image/jpeg",
        [".webp"] = "image/webp",
        [".heic"] = "image/heic",
        [".txt"] = "text/plain",
        [".csv"] = "text/csv",
        [".docx"] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        [".xlsx"] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        [".odt"] = "application/vnd.oasis.opendocument.text",
        [".ods"] = "application/vnd.oasis.opendocument.spreadsheet",
        [".eml"] = "message/rfc822",
        [".zip"] = "application/zip",
        [".json"] = "application/json",
        [".ics"] = "text/calendar",
    };

    /// <summary>The name without folders and control characters, at most 200 characters; null when nothing is left.</summary>
    public static string? CleanName(string? name)
    {
        var last = (name ?? "").Split('/', '\\')[^1];
        var clean = new string([.. last.Where(one => !char.IsControl(one) && one is not ('"' or '<' or '>' or '|' or '?' or '*' or ':'))]).Trim(' ', '.');
        return clean.Length == 0 ? null : clean.Length <= 200 ? clean : clean[^200..];
    }
}
