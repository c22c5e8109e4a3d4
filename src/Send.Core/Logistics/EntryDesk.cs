using System.Text.Json.Nodes;
using Send.Core.Auditing;
using Send.Core.Cases;
using Send.Core.Computations;
using Send.Core.Forms;

namespace Send.Core.Logistics;

/// <summary>Settles the entry of people who need nothing, within the current step.</summary>
public sealed class EntryDesk(CaseFiles files, FactBook facts, FormCatalog forms, CaseComputations computations, TimeProvider clock)
{
    private const string Form = "entry-check";

    /// <summary>True when the person needs no formality and the travel document is known to be valid; the case's facts then say so, as if somebody had confirmed the form.
    /// False when somebody must look at it.</summary>
    public async Task<bool> SettleAsync(Guid caseId, CancellationToken ct)
    {
        if (await computations.ForAsync(Form, caseId, ct) is not { } computed || (string?)computed["result"] != "none" || !AllWell(computed))
        {
            return false;
        }

        var form = forms.Get(Form);
        var view = await files.ViewAsync(caseId, ct);
        view.Root["computed"] = computed;
        await facts.WriteAsync(caseId, form.Section ?? "entry", FormPrefill.Fill(form, view, draft: null).Values, ChangeContext.System(clock), taskId: null, ct);
        return true;
    }

    private static bool AllWell(JsonObject computed) => (computed["checks"] as JsonArray ?? []).All(check => (string?)check?["state"] == "ok");
}
