using Send.Core.Forms;
using Send.Core.Logistics;

namespace Send.Core.Computations;

/// <summary>The entry check's answer as lines of a `checks` panel.</summary>
internal static class EntryChecks
{
    public static IEnumerable<CheckItem> Of(EntryAnswer answer, DateOnly? documentExpiry, DateOnly today)
    {
        yield return new("papers", new("Papers", "Documenti"), CheckState.Ok, answer.Requirement.Documents);
        if (answer.ApplyBy is { } applyBy)
        {
            yield return new("apply-by", new("Time to apply", "Tempo per la domanda"), applyBy >= today ? CheckState.Ok : CheckState.Fail, new(
                $"Apply by {DayText.En(applyBy)}.", $"Presentare la domanda entro il {DayText.It(applyBy)}."));
        }

        if (answer.RegisterBy is { } registerBy)
        {
            yield return new("register-by", new("Registration on the spot", "Registrazione sul posto"), CheckState.Warn, new(
                $"Register by {DayText.En(registerBy)}.", $"Registrarsi entro il {DayText.It(registerBy)}."));
        }

        if (answer.OverstaysOn is { } over)
        {
            yield return new("90-180", new("90 days in 180", "90 giorni su 180"), CheckState.Fail, new(
                $"The 90 days are used up on {DayText.En(over)}.", $"I 90 giorni si esauriscono il {DayText.It(over)}."));
        }

        yield return new("document", new("Travel document", "Documento di viaggio"), documentExpiry is null ? CheckState.Warn : answer.DocumentTooShort ? CheckState.Fail : CheckState.Ok,
            documentExpiry is { } expiry
                ? new($"Valid until {DayText.En(expiry)}.", $"Valido fino al {DayText.It(expiry)}.")
                : new("Not recorded yet.", "Non ancora registrato."));
    }
}
