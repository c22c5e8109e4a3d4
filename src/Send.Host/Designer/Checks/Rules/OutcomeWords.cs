namespace Send.Host.Designer.Checks.Rules;

/// <summary>Outcomes in words.</summary>
internal static class OutcomeWords
{
    public static string Of(IEnumerable<string>? outcomes) => string.Join(", ", (outcomes ?? []).Select(outcome => $"“{outcome}”"));
}
