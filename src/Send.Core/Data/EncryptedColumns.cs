using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Send.Core.Data;

/// <summary>Marks columns whose text is encrypted at rest. The concrete context sees the mark and sets the converter, because Core has no keys.</summary>
public static class EncryptedColumns
{
    /// <summary>Name of the model annotation.</summary>
    public const string Annotation = "Send:Encrypted";

    /// <summary>The column keeps ciphertext (several times as long as the text); null stays null; it can be neither searched nor sorted.</summary>
    public static PropertyBuilder<string?> IsEncrypted(this PropertyBuilder<string?> property)
    {
        ArgumentNullException.ThrowIfNull(property);
        return property.HasAnnotation(Annotation, true);
    }
}
