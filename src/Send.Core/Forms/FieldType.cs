namespace Send.Core.Forms;

/// <summary>Kinds of fields (process.md section 0). Dates are ISO `yyyy-MM-dd`, date-times ISO 8601 with offset, countries ISO 3166-1 alpha-2, languages ISO 639-1, money a
/// decimal number of euro, files and organisations and offers their ids.</summary>
public enum FieldType
{
    Text,
    Long,
    Date,
    DateTime,
    Int,
    Decimal,
    Money,
    Bool,
    Choice,
    Multi,
    Country,
    City,
    Language,
    Cefr,
    File,
    Organisation,
    Offer,
    Email,
    Phone,
    Url,
    Iban,
    Table,
    Scale5,
    Signature,
}
