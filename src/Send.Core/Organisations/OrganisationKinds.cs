namespace Send.Core.Organisations;

/// <summary>What an organisation is to Send; one may be several.</summary>
[Flags]
public enum OrganisationKinds
{
    None = 0,
    Sending = 1,
    Hosting = 2,
    Intermediary = 4,
}
