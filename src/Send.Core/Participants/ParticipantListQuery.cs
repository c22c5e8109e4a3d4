using Send.Core.Results;

namespace Send.Core.Participants;

/// <summary>Participants by family name. <paramref name="Text"/>: words in name, e-mail or city.</summary>
public sealed record ParticipantListQuery(string? Text = null, string? Nationality = null, Guid? SendingOrganisation = null, PageRequest? Page = null);

/// <summary>One participant; with <paramref name="Sensitive"/> also the identity document, health and bank data, which needs the permission and is audited.</summary>
public sealed record ParticipantQuery(Guid Id, bool Sensitive = false);

/// <summary>Puts a new participant on file.</summary>
public sealed record CreateParticipant(ParticipantData Data, Guid? OperationId = null);

/// <summary>Changes a participant as a whole; see <see cref="ParticipantData"/> for the sensitive values.</summary>
public sealed record UpdateParticipant(Guid Id, ParticipantData Data, long Revision, Guid? OperationId = null);
