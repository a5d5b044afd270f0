using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SpPlus.Contracts.Experiences;
using SpPlus.Silo.Texts;

namespace SpPlus.Silo.Import;

/// <summary>One record of the export, by folded column names: the same reading for the CSV and for the JSON.</summary>
internal sealed class ExportRow(IReadOnlyDictionary<string, string> fields, ImportVocabulary vocabulary, DateTimeOffset now)
{
    private const int MaximumText = 1_000_000;

    private static readonly string[] Unpublished = ["rejet", "refus", "supprim", "depubli", "non publi", "brouillon", "a moderer"];

    private readonly List<Remark> remarks = [];

    public ImportEntry Read(long place, IEnumerable<Remark> repairs)
    {
        remarks.AddRange(repairs);
        var state = FoldedName.Of(this[ExportColumns.State] ?? "");
        if (Unpublished.Any(u => state.Contains(u, StringComparison.Ordinal)))
            return ImportEntry.Skip(place, $"non publiée dans la source (état « {this[ExportColumns.State]} »)");
        if (fields.Values.Any(v => v.Length > MaximumText)) return ImportEntry.Skip(place, "un texte dépasse un million de caractères");
        var (title, story) = (Text(ExportColumns.Title), Text(ExportColumns.Story));
        if (title is null && story is null) return ImportEntry.Skip(place, "ni titre ni récit");
        if (Dates() is not { } dates) return ImportEntry.Skip(place, "aucune date lisible");
        if (title is null) remarks.Add(new(RemarkKind.NoTitle));
        if (story is null) remarks.Add(new(RemarkKind.NoStory));
        var structures = Structures();
        if (structures.Any(s => s.Response is not null) && dates.AnswerUnknown) remarks.Add(new(RemarkKind.ResponseDateUnknown));
        var experience = new ImportedExperience
        {
            Source = Source(dates.Written, title, story),
            Title = title ?? "Sans titre",
            Story = story ?? title!,
            Pseudonym = Text(ExportColumns.Pseudonym),
            Procedure = Text(ExportColumns.Procedure),
            Feeling = Feeling(),
            Department = Place(ExportColumns.Department, vocabulary.Department),
            Country = Place(ExportColumns.Country, vocabulary.Country),
            Moderated = state.Contains("moder", StringComparison.Ordinal),
            WrittenAt = dates.Written,
            PublishedAt = dates.Published,
            AnsweredAt = dates.Answered,
            GeneralTags = GeneralTags(),
            BusinessTags = this[ExportColumns.BusinessTags] is { } tags ? vocabulary.SplitBusinessTags(tags) : [],
            Improvement = Text(ExportColumns.Improvement),
            Structures = structures,
        };
        return new() { Place = place, Experience = experience, Remarks = [.. remarks.Distinct()] };
    }

    /// <summary>Null when empty or absent.</summary>
    private string? this[string[] names]
    {
        get
        {
            foreach (var name in names)
                if (fields.TryGetValue(name, out var value) && !string.IsNullOrWhiteSpace(value)) return value;
            return null;
        }
    }

    private string? Text(string[] names) => SourceText.Clean(this[names], remarks);

    private string Source(DateTimeOffset written, string? title, string? story)
    {
        if (Text(ExportColumns.Id) is { } id) return $"open-data:{id}";
        var content = string.Create(CultureInfo.InvariantCulture, $"{written:yyyy-MM-dd}\n{title}\n{story}");
        return $"open-data:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)).AsSpan(0, 12))}";
    }

    private (DateTimeOffset Written, DateTimeOffset Published, DateTimeOffset Answered, bool AnswerUnknown)? Dates()
    {
        var (written, published) = (Date(ExportColumns.WrittenAt), Date(ExportColumns.PublishedAt));
        if ((written ?? published) is not { } first) return null;
        if (written is null) remarks.Add(new(RemarkKind.NoDate));
        var publication = published ?? first;
        // Written on the day of publication, at an hour that the source does not tell.
        if (first > publication && first.Date == publication.Date) first = publication;
        if (first > publication) publication = first;
        var answer = Date(ExportColumns.AnsweredAt);
        return (first, publication, answer > publication ? answer.Value : publication, answer is null);
    }

    private DateTimeOffset? Date(string[] names) =>
        SourceDates.TryRead(this[names], out var at) && at < now.AddDays(1) ? at : null;

    private Feeling Feeling()
    {
        if (ImportVocabulary.FeelingOf(this[ExportColumns.Feeling]) is { } feeling) return feeling;
        remarks.Add(new(RemarkKind.NoFeeling));
        return Contracts.Experiences.Feeling.Neutral;
    }

    private string? Place(string[] names, Func<string, string?> find)
    {
        if (this[names] is not { } name) return null;
        var found = find(name);
        if (found is null) remarks.Add(new(RemarkKind.UnknownPlace, name.Trim()));
        return found;
    }

    private ImmutableArray<TagFeeling> GeneralTags() =>
    [
        .. vocabulary.GeneralTags
            .Select(t => (t.Id, Value: this[[t.Column]]))
            .Where(t => t.Value is not null)
            .Select(t => new TagFeeling { Tag = t.Id, Feeling = ImportVocabulary.FeelingOf(t.Value) }),
    ];

    private ImmutableArray<ImportedStructure> Structures()
    {
        var structures = Text(ExportColumns.JoinedStructures) is { } joined ? Joined(joined) : Numbered();
        if (!structures.IsEmpty) return structures;
        remarks.Add(new(RemarkKind.NoStructure));
        return [new() { Name = "Hors-structures" }];
    }

    private ImmutableArray<ImportedStructure> Numbered() =>
    [
        .. Enumerable.Range(1, ExportColumns.MaximumStructures)
            .Where(n => this[ExportColumns.StructureName(n)] is not null || this[ExportColumns.Response(n)] is not null)
            .Select(n => new ImportedStructure
            {
                Name = Text(ExportColumns.StructureName(n)) ?? "Hors-structures",
                Channels = Labels(this[ExportColumns.Channels(n)]),
                Response = Text(ExportColumns.Response(n)),
            }),
    ];

    private ImmutableArray<ImportedStructure> Joined(string joined)
    {
        var names = vocabulary.Structures.Split(joined);
        if (names.IsEmpty) return [];
        var channels = JoinedChannels(names.Length);
        var response = Text(ExportColumns.JoinedResponses);
        var parts = response is null ? [] : JoinedResponses.Split(response, names.Length);
        var isCommon = parts.Length == 1 && names.Length > 1;
        if (isCommon) remarks.Add(new(RemarkKind.CommonResponse));
        return
        [
            .. names.Select((name, i) => new ImportedStructure
            {
                Name = name,
                Channels = channels[i],
                Response = i < parts.Length ? SourceText.Clean(parts[i], remarks) : null,
                SharesFirstResponse = isCommon && i > 0,
            }),
        ];
    }

    /// <summary>A bare comma joins one structure's channels, a comma and a space joins the structures' own lists.</summary>
    private ImmutableArray<string>[] JoinedChannels(int count)
    {
        var joined = this[ExportColumns.JoinedChannels];
        string[] groups = joined is null ? [] : joined.Split(", ");
        if (groups.Length == count) return [.. groups.Select(Labels)];
        if (groups.Length > 0 && count > 1) remarks.Add(new(RemarkKind.ChannelsNotSeparable));
        return [Labels(joined), .. Enumerable.Repeat(ImmutableArray<string>.Empty, count - 1)];
    }

    private static ImmutableArray<string> Labels(string? joined) => joined is null
        ? []
        : [.. joined.Split([',', ';', '|'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct()];
}
