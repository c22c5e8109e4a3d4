using Send.Host.Localization;

namespace Send.Host.Designer.Checks;

/// <summary>The values of an enumeration, to be said in a finding as people read them elsewhere.</summary>
internal sealed record Choices(string Type, IReadOnlyList<string> Names)
{
    public static Choices Of(Type type) => new(type.Name, Enum.GetNames(type));

    /// <summary>`Coordinator, Needs analyst`; a value without a word as it is written.</summary>
    public string In(string language) => string.Join(", ", Names.Select(name => Texts.Entries.TryGetValue($"{Type}.{name}", out var text) ? text.In(language) : name));
}
