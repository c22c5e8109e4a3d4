namespace Send.Host.Infrastructure.Identity;

/// <summary>Names of authorization policies.</summary>
internal static class Policies
{
    /// <summary>Bearer token only: `/api` and `/elsa/api`.</summary>
    public const string Api = "api";

    /// <summary>Bearer token with the permission to design processes.</summary>
    public const string Designer = "designer";

    /// <summary>Bearer token with the permission to publish definitions; asked for in addition to <see cref="Designer"/>.</summary>
    public const string Publisher = "publisher";

    /// <summary>Bearer token with the permission to run and change instances; asked for in addition to <see cref="Designer"/>.</summary>
    public const string Runner = "runner";

    /// <summary>The pages' cookie.</summary>
    public const string Pages = "pages";

    /// <summary>The pages' cookie of a person who may design processes.</summary>
    public const string Designers = "designers";

    /// <summary>The pages' cookie of an administrator.</summary>
    public const string Administrators = "administrators";
}
