using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using Send.Engine;
using Send.Engine.Models;
using Send.Host.Localization;
using Send.Persistence.Workflows;

namespace Send.Host.Designer.Api.Descriptors;

/// <summary>The activity types that Elsa Studio may use, written once per language and kept until a workflow that is usable as an activity is published: Studio asks for all of them
/// after every save.</summary>
internal sealed class ActivityCatalogue(PublishedActivities published, ActivityWriter writer, TaskForms forms)
{
    private const string TaskCategory = "Send · Tasks";

    private readonly ConcurrentDictionary<string, CataloguePage> pages = new(StringComparer.Ordinal);

    /// <summary>All types as JSON, with the tag of this state.</summary>
    public async ValueTask<CataloguePage> PageAsync(string language, CancellationToken ct)
    {
        var registry = await published.CurrentAsync(ct);
        if (pages.TryGetValue(language, out var page) && ReferenceEquals(page.Registry, registry))
        {
            return page;
        }

        var models = new List<ActivityModel>();
        foreach (var descriptor in registry.ListAll())
        {
            var model = await writer.WriteAsync(descriptor, language, ct);
            if (model.TypeName == TaskForms.HumanTask)
            {
                models.AddRange(forms.Entries(model, ActivityWords.Category(TaskCategory, language), language));
                model = TaskForms.WithDefaults(model);
            }

            models.Add(model);
        }

        var body = JsonSerializer.SerializeToUtf8Bytes(new ListAnswer<ActivityModel>(models), ElsaJson.Options);
        page = new(registry, models, body, $"\"{Convert.ToHexStringLower(SHA256.HashData(body))[..32]}\"");
        pages[language] = page;
        return page;
    }

    /// <summary>A type in its newest version or in the named one; null when there is none.</summary>
    public async ValueTask<ActivityModel?> FindAsync(string type, int? version, string language, CancellationToken ct) =>
        (await PageAsync(language, ct)).Models.Where(model => model.TypeName == type && (version is null || model.Version == version)).MaxBy(model => model.Version);

    /// <summary>The input of a type, by its technical name in either case; null when there is none.</summary>
    public async ValueTask<InputDescriptor?> FindInputAsync(string type, string input, CancellationToken ct) =>
        (await published.CurrentAsync(ct)).Find(TaskForms.TypeInCode(type))?.Inputs.FirstOrDefault(candidate => string.Equals(candidate.Name, input, StringComparison.OrdinalIgnoreCase));
}

/// <summary>The catalogue in one language.</summary>
internal sealed record CataloguePage(IActivityRegistry Registry, IReadOnlyList<ActivityModel> Models, byte[] Body, string Tag);
