using Microsoft.AspNetCore.Identity;

namespace Send.Persistence.Accounts;

/// <summary>A sign-in account. Its id is the id of the <see cref="Send.Core.Staff.StaffMember"/>, who holds name, language and roles.</summary>
public sealed class SendUser : IdentityUser<Guid>;
