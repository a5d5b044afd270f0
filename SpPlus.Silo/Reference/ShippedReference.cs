using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CsvHelper;
using SpPlus.Contracts.Reference;
using SpPlus.Contracts.Structures;

namespace SpPlus.Silo.Reference;

/// <summary>The reference data that ships with the product, embedded in this assembly.</summary>
internal static class ShippedReference
{
    private const string Prefix = "SpPlus.Silo.Reference.";

    /// <summary>Changes when any of the files does.</summary>
    public static string Fingerprint()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var name in Assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)).Order())
        {
            using var stream = Assembly.GetManifestResourceStream(name)!;
            hash.AppendData(SHA256.HashData(stream));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    public static ImmutableArray<Structure> Structures() =>
    [
        .. Csv("structures.csv", row => new Structure
        {
            Id = StructureId.Parse(row.GetString("id")),
            Parent = StructureId.TryParse(row.GetString("parent"), out var parent) ? parent : null,
            Name = row.GetString("name"),
            Kind = row.GetString("kind"),
            Department = NullIfEmpty(row.GetString("department")),
            Aliases = [.. row.GetString("aliases").Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)],
        }),
    ];

    public static ReferenceLists Lists()
    {
        var tags = Json("business-tags.json", ReferenceJson.Default.DictionaryStringImmutableArrayShippedTerm);
        var templates = Json("templates.json", ReferenceJson.Default.DictionaryStringImmutableArrayResponseTemplate);
        var formulas = Json("formulas.json", ReferenceJson.Default.DictionaryStringShippedFormulas)
            .Select(f => new Formulas
            {
                Structure = StructureId.Parse(f.Key), Courtesies = f.Value.Courtesies, Signatures = f.Value.Signatures,
                Templates = [.. templates.GetValueOrDefault(f.Key, []), .. templates["*"]],
            });
        var tree = new StructureTree(Structures());
        var formulasByNetwork = formulas.ToLookup(f => tree.NetworkOf(f.Structure));
        return new()
        {
            Networks =
            [
                .. Json("networks.json", ReferenceJson.Default.ImmutableArrayShippedNetwork).Select(n => new Network
                {
                    Id = StructureId.Parse(n.Id),
                    ShortName = n.ShortName,
                    ValidationRequired = n.ValidationRequired,
                    BusinessTags = tags.TryGetValue(n.Id, out var own) ? [.. own.Select(Term)] : [],
                    Formulas = [.. formulasByNetwork[StructureId.Parse(n.Id)]],
                }),
            ],
            Departments =
            [
                .. Csv("departments.csv", row => new Department { Code = row.GetString("code"), Name = row.GetString("name"), Region = row.GetString("region") }),
            ],
            Countries =
            [
                .. Csv("countries.csv", row => new Term { Id = row.GetString("code"), French = row.GetString("name_fr"), English = row.GetString("name_en") }),
            ],
            Channels = Terms("channels.json"),
            GeneralTags = Terms("general-tags.json"),
            Improvements = Terms("improvements.json"),
            ReportReasons = Terms("report-reasons.json"),
            RejectionReasons =
            [
                .. Json("rejection-reasons.json", ReferenceJson.Default.ImmutableArrayShippedReason).Select(r => new RejectionReason
                {
                    Label = new() { Id = r.Id, French = r.Fr, English = r.En },
                    FrenchSentence = r.MessageFr,
                    EnglishSentence = r.MessageEn,
                }),
            ],
            Procedures =
            [
                .. Csv("procedures.csv", row => new Procedure
                {
                    Id = row.GetString("id"),
                    Name = row.GetString("name"),
                    Network = StructureId.TryParse(row.GetString("network"), out var network) ? network : null,
                }),
            ],
            Questions =
            [
                .. Json("faq.json", ReferenceJson.Default.ImmutableArrayShippedQuestion).Select(q => new Question
                {
                    Number = q.Number, Theme = q.Theme, Text = q.Question, Answer = q.Answer,
                }),
            ],
        };
    }

    private static System.Reflection.Assembly Assembly => typeof(ShippedReference).Assembly;

    private static Term Term(ShippedTerm term) => new() { Id = term.Id, French = term.Fr, English = term.En ?? term.Fr };

    private static ImmutableArray<Term> Terms(string file) =>
        [.. Json(file, ReferenceJson.Default.ImmutableArrayShippedTerm).Select(Term)];

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static T Json<T>(string file, JsonTypeInfo<T> shape)
    {
        using var stream = Open(file);
        return JsonSerializer.Deserialize(stream, shape)!;
    }

    private static List<T> Csv<T>(string file, Func<CsvReader, T> read)
    {
        using var stream = Open(file);
        using var csv = CsvReader.Create(stream);
        var rows = new List<T>();
        while (csv.Read()) rows.Add(read(csv));
        return rows;
    }

    private static Stream Open(string file) =>
        Assembly.GetManifestResourceStream(Prefix + file) ?? throw new InvalidOperationException($"{file} is not embedded.");
}
