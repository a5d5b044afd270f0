using System.Collections.Immutable;
using SpPlus.Contracts.Structures;
using SpPlus.Silo.Texts;

namespace SpPlus.Silo.Moderation;

/// <summary>Words that people say for what a kind of structure, or a network as a whole, does.</summary>
internal sealed record Subject(string Words, SuggestionVocabulary.Pointer Pointer)
{
    private const string Resource = "SpPlus.Silo.Moderation.subjects.csv";

    public static ImmutableArray<Subject> Shipped { get; } = Read();

    private static ImmutableArray<Subject> Read()
    {
        using var stream = typeof(Subject).Assembly.GetManifestResourceStream(Resource) ?? throw new InvalidOperationException($"{Resource} is missing.");
        using var reader = new StreamReader(stream);
        return
        [
            .. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Skip(1)
                .Select(line => line.Split(','))
                .Select(cells => new Subject(FoldedName.Of(cells[0]), new()
                {
                    Kind = cells[1].Length > 0 ? cells[1] : null,
                    Structure = cells[2].Length > 0 ? StructureId.Parse(cells[2]) : null,
                    IsSubject = true,
                })),
        ];
    }
}
