using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.ImprovementActions;
using SpPlus.Contracts.Structures;
using SpPlus.Silo.Experiences.Facts;
using SpPlus.Silo.Journal;

namespace SpPlus.Silo.Import;

/// <summary>A demonstration action as it ships: its dates count from now, its experiences are named by their titles.</summary>
internal sealed record DemoAction
{
    public required string Structure { get; init; }
    public required string Title { get; init; }
    public required string Text { get; init; }
    public required int PublishedDaysAgo { get; init; }
    public int? PlannedInDays { get; init; }
    public int? DoneDaysAgo { get; init; }
    public required ImmutableArray<string> Experiences { get; init; }

    public static IEnumerable<DemoAction> Shipped()
    {
        using var stream = typeof(DemoAction).Assembly.GetManifestResourceStream("SpPlus.Silo.Reference.demo-actions.json")!;
        return JsonSerializer.Deserialize(stream, DemoJson.Default.ImmutableArrayDemoAction);
    }

    /// <summary>Its history; its experiences are told as any other's are, and their authors, who have no address, are not.</summary>
    public Append ToAppend(DateTimeOffset now)
    {
        var facts = new TimedFacts();
        facts.Add(now.AddDays(-PublishedDaysAgo), new ImprovementActionPublished
        {
            Structure = StructureId.Parse(Structure), Title = Title, Text = Text, State = ImprovementActionState.Committed,
            PlannedFor = PlannedInDays is { } days ? Day(now.AddDays(days)) : null,
            Experiences = [.. Experiences.Select(title => ExperienceId.From($"demo:{title}"))],
        });
        if (DoneDaysAgo is { } ago) facts.Add(now.AddDays(-ago), new ImprovementActionDone { DoneOn = Day(now.AddDays(-ago)) });
        var source = $"demo:{Title}";
        return facts.ToAppend(ImprovementActionId.From(source), new(SHA256.HashData(Encoding.UTF8.GetBytes($"import {source}")).AsSpan(0, 16)));
    }

    private static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime);
}
