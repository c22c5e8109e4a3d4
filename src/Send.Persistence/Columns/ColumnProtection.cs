using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Send.Persistence.Columns;

/// <summary>Encrypts the columns that can hurt a person (Data Protection, purpose `Send.Columns.v1`). One per host; its keys lie in the same database.</summary>
public sealed class ColumnProtection
{
    private readonly IDataProtector protector;

    /// <summary>Takes the host's key ring.</summary>
    public ColumnProtection(IDataProtectionProvider provider)
    {
        ArgumentNullException.ThrowIfNull(provider);
        protector = provider.CreateProtector("Send.Columns.v1");
        Converter = new ValueConverter<string, string>(text => protector.Protect(text), text => Read(text));
    }

    internal ValueConverter<string, string> Converter { get; }

    /// <summary>Has the key ring made or renewed, if it is time. Called before a transaction begins, because a new key is written by a connection of its own, which would
    /// wait for that transaction.</summary>
    internal void Warm() => protector.Protect("");

    private string Read(string text)
    {
        try
        {
            return protector.Unprotect(text);
        }
        catch (CryptographicException e)
        {
            throw new InvalidOperationException("An encrypted column cannot be read with the keys in table DataProtectionKeys; they do not belong to these data.", e);
        }
    }
}
