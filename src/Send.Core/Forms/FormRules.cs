using System.Text.Json.Nodes;

namespace Send.Core.Forms;

/// <summary>Judges the rules across fields.</summary>
internal static class FormRules
{
    public static IEnumerable<FieldError> Broken(FormDefinition form, JsonObject data, FormContext context, string language)
    {
        foreach (var rule in form.Rules)
        {
            if (rule.Each is null)
            {
                if (IsBroken(rule, new Conditions(data, context)))
                {
                    yield return new("/" + rule.Field, "form.rule", rule.Message.In(language));
                }

                continue;
            }

            var rows = data[rule.Each] as JsonArray ?? [];
            for (var i = 0; i < rows.Count; i++)
            {
                if (IsBroken(rule, new Conditions(data, context, rows[i] as JsonObject)))
                {
                    yield return new($"/{rule.Each}/{i}/{rule.Field}", "form.rule", rule.Message.In(language));
                }
            }
        }
    }

    private static bool IsBroken(FormRule rule, Conditions conditions) =>
        (rule.When is null || conditions.Holds(rule.When)) && conditions.CanJudge(rule.Holds) && !conditions.Holds(rule.Holds);
}
