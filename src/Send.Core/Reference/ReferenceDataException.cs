namespace Send.Core.Reference;

/// <summary>A reference file is missing or wrong; the message names the file, the JSON path and what would be right.</summary>
public sealed class ReferenceDataException : Exception
{
    public ReferenceDataException()
    {
    }

    public ReferenceDataException(string message)
        : base(message)
    {
    }

    public ReferenceDataException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
