namespace Send.Core.Forms;

/// <summary>JSON pointers (RFC 6901).</summary>
internal static class Pointer
{
    public static string Escape(string token) => token.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
