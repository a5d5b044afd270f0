using System.Collections.Immutable;
using SpPlus.Contracts.Reference;
using SpPlus.Silo.Import;
using SpPlus.Silo.Reference;

namespace SpPlus.Tests.Import;

/// <summary>What import tests speak of.</summary>
internal static class An
{
    public static readonly DateTimeOffset Instant = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    public static ReferenceBook Book { get; } = new(Data());

    public static ImportVocabulary Vocabulary { get; } = new(Book);

    private static ReferenceData Data()
    {
        var lists = ShippedReference.Lists();
        return new()
        {
            Version = 1,
            Structures = ShippedReference.Structures(),
            Networks = lists.Networks,
            Departments = lists.Departments,
            Countries = lists.Countries,
            Channels = lists.Channels,
            GeneralTags = lists.GeneralTags,
            RejectionReasons = lists.RejectionReasons,
            Improvements = lists.Improvements,
            Procedures = lists.Procedures,
            Questions = lists.Questions,
            ReportReasons = lists.ReportReasons,
        };
    }

    public static async Task<ImmutableArray<ImportEntry>> Import(byte[] file, ImportReport? report = null)
    {
        var entries = ImmutableArray.CreateBuilder<ImportEntry>();
        using var stream = new MemoryStream(file);
        await foreach (var entry in ImportFile.Read(stream, Vocabulary, Instant, report ?? new(), CancellationToken.None))
            entries.Add(entry);
        return entries.ToImmutable();
    }

    public static Task<ImmutableArray<ImportEntry>> Import(string text) => Import(System.Text.Encoding.UTF8.GetBytes(text));
}
