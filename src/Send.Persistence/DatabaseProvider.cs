namespace Send.Persistence;

/// <summary>Values of `Database:Provider`.</summary>
public enum DatabaseProvider
{
    /// <summary>A file below `Data:Folder`: one host.</summary>
    Sqlite,

    /// <summary>Any number of hosts.</summary>
    PostgreSql,

    /// <summary>Any number of hosts.</summary>
    SqlServer,
}
