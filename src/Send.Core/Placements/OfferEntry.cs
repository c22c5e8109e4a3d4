using Send.Core.Fields;
using Send.Core.Organisations;
using Send.Core.Participants;
using Send.Core.Reference;
using Send.Core.Results;

namespace Send.Core.Placements;

/// <summary>Checks what was entered about an offer and writes it into the row.</summary>
internal static class OfferEntry
{
    /// <summary>Writes the entry into the row; on errors the row must be thrown away.</summary>
    public static IReadOnlyList<Error> Fill(PlacementOffer row, OfferData entry, Organisation host, ReferenceData reference)
    {
        var errors = new FieldErrors();
        row.Title = errors.Required("title", entry.Title, 300);
        row.Programmes = ProgrammeList(errors, entry.Programmes ?? ["IVT"], reference);
        row.Country = errors.Country("country", entry.Country, required: false) ?? host.Country;
        row.City = errors.Optional("city", entry.City, 100) ?? host.City;
        row.AvailableFrom = errors.Required("availableFrom", entry.AvailableFrom);
        row.AvailableTo = errors.Required("availableTo", entry.AvailableTo);
        if (entry.AvailableFrom is { } from && entry.AvailableTo is { } to && to < from)
        {
            errors.Add("availableTo", "offer.period", "The offer ends before it begins.");
        }

        errors.Range("capacity", entry.Capacity, 1, 500);
        row.Capacity = entry.Capacity;
        row.FieldOfStudy = ParticipantEntry.FieldOfStudy(errors, entry.FieldOfStudy);
        row.Occupation = errors.Optional("occupation", entry.Occupation);
        row.Tasks = errors.Required("tasks", entry.Tasks, 4000);
        row.Language = errors.Language("language", entry.Language) ?? host.WorkingLanguages.Split(',')[0];
        row.LanguageLevel = errors.Cefr("languageLevel", entry.LanguageLevel);
        (row.AcceptsMinors, row.StepFree, row.LodgingHelp, row.Active) = (entry.AcceptsMinors, entry.StepFree, entry.LodgingHelp, entry.Active);
        errors.Range("hoursPerWeek", entry.HoursPerWeek, 1, entry.AcceptsMinors ? 40 : 48);
        row.HoursPerWeek = entry.HoursPerWeek;
        errors.Range("cost", entry.Cost, 0, 100_000);
        row.Cost = entry.Cost;
        errors.Range("distanceKm", (decimal?)entry.DistanceKm, 0, 1000);
        row.DistanceKm = entry.DistanceKm;
        return errors.All;
    }

    private static string ProgrammeList(FieldErrors errors, IReadOnlyList<string> codes, ReferenceData reference)
    {
        if (codes.Count == 0)
        {
            errors.Add("programmes", "field.required", "Name at least one programme.");
        }

        var known = new List<string>();
        foreach (var (index, code) in codes.Index())
        {
            if (reference.Programme(code) is { } programme)
            {
                known.Add(programme.Code);
            }
            else
            {
                errors.Add($"programmes/{index}", "programme.unknown", $"“{code}” is not a programme; they are {string.Join(", ", reference.Programmes.Select(one => one.Code))}.");
            }
        }

        return string.Join(',', known.Distinct(StringComparer.Ordinal));
    }
}
