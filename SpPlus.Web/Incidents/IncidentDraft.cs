using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Incidents;
using SpPlus.Contracts.Structures;
using SpPlus.Web.Forms;

namespace SpPlus.Web.Incidents;

/// <summary>Everything chosen and written so far: it goes from page to page with the form, and survives every refusal.</summary>
public sealed record IncidentDraft
{
    public string? Words { get; init; }
    public string? Service { get; init; }
    public StructureId? Structure { get; init; }
    public string? From { get; init; }
    public string? To { get; init; }
    public string? After { get; init; }
    public ImmutableArray<ExperienceId> Chosen { get; init; } = [];
    public string? Title { get; init; }
    public string? Courtesy { get; init; }
    public string? Text { get; init; }
    public string? Signature { get; init; }
    public bool IsReviewed { get; init; }
    public ImmutableArray<string> Passages { get; init; } = [];
    public required Guid Operation { get; init; }

    internal static IncidentDraft New(IEnumerable<string> experiences) => new() { Operation = Guid.NewGuid(), Chosen = Ids(experiences) };

    internal static IncidentDraft Of(PostedForm form)
    {
        var action = form[IncidentFields.Action];
        return new()
        {
            Words = form[IncidentFields.Words],
            Service = form[IncidentFields.Service],
            Structure = StructureId.TryParse(form[IncidentFields.Structure], out var structure) ? structure : null,
            From = form[IncidentFields.From],
            To = form[IncidentFields.To],
            After = action == IncidentFields.Next ? form[IncidentFields.After] : null,
            Chosen = Ids([
                .. form.All(IncidentFields.Chosen), .. form.All(IncidentFields.Ticked), .. action == IncidentFields.AddAll ? form.All(IncidentFields.Listed) : [],
            ]),
            Title = form[IncidentFields.Title],
            Courtesy = form[IncidentFields.Courtesy],
            Text = form[IncidentFields.Text],
            Signature = form[IncidentFields.Signature],
            IsReviewed = form[IncidentFields.Reviewed] is { Length: > 0 },
            Passages = [.. form.All(IncidentFields.Passage).Select(p => p.ReplaceLineEndings("\n"))],
            Operation = form.OperationId == Guid.Empty ? Guid.NewGuid() : form.OperationId,
        };
    }

    public DateOnly? FromDay => Day(From);

    public DateOnly? ToDay => Day(To);

    internal IncidentSearch Search() => new() { Words = Words, Structure = Structure, From = FromDay, To = ToDay, After = After };

    public ResponseText Response => new() { Courtesy = Courtesy, Text = (Text ?? "").ReplaceLineEndings("\n"), Signature = Signature };

    /// <summary>The same form with the same content is the same incident; changed after an outcome that nobody knows, it is another.</summary>
    internal OpenIncident Incident()
    {
        var incident = new OpenIncident
        {
            Id = Operation, Title = Title ?? "", Response = Response, Experiences = Chosen, Reviewed = IsReviewed ? Passages : [],
        };
        return incident with { Id = new(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(incident)).AsSpan(0, 16)) };
    }

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static ImmutableArray<ExperienceId> Ids(IEnumerable<string> texts) =>
        [.. texts.Select(text => ExperienceId.TryParse(text, out var id) ? id : (ExperienceId?)null).OfType<ExperienceId>().Distinct()];
}
