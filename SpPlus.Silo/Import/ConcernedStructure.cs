using System.Collections.Immutable;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Structures;

namespace SpPlus.Silo.Import;

/// <summary>A structure of the directory that an imported experience concerns, once, whatever the number of names it came under.</summary>
internal sealed class ConcernedStructure
{
    private readonly List<string> unknownNames = [];
    private readonly List<string> channels = [];

    public required StructureId Structure { get; init; }
    public string? Response { get; private set; }
    public bool SharesFirstResponse { get; private set; }

    public ImmutableArray<ChannelFeeling> Channels => [.. channels.Select(c => new ChannelFeeling { Channel = c })];

    /// <summary>A service that the directory does not know still signs what it wrote.</summary>
    public string? Signature => unknownNames.Count == 0 ? null : string.Join(" ; ", unknownNames);

    public static ImmutableArray<ConcernedStructure> Merge(
        ImmutableArray<ImportedStructure> structures, ImportVocabulary vocabulary, ICollection<Remark> remarks)
    {
        var merged = new List<ConcernedStructure>();
        foreach (var structure in structures)
        {
            var found = vocabulary.Structures.Find(structure.Name);
            if (found is null) remarks.Add(new(RemarkKind.UnknownStructure, structure.Name));
            var id = found ?? StructureNames.OutsideThePlatform;
            var concerned = merged.Find(c => c.Structure == id);
            if (concerned is null) merged.Add(concerned = new() { Structure = id });
            concerned.Take(structure, isUnknown: found is null, vocabulary, remarks);
        }

        return [.. merged];
    }

    private void Take(ImportedStructure structure, bool isUnknown, ImportVocabulary vocabulary, ICollection<Remark> remarks)
    {
        foreach (var label in structure.Channels)
        {
            if (vocabulary.Channel(label) is not { } channel) remarks.Add(new(RemarkKind.UnknownChannel, label));
            else if (!channels.Contains(channel)) channels.Add(channel);
        }

        SharesFirstResponse |= structure.SharesFirstResponse;
        if (isUnknown && !unknownNames.Contains(structure.Name)) unknownNames.Add(structure.Name);
        if (structure.Response is not { } response || response == Response) return;
        Response = Response is null ? response : $"{Response}\n\n{response}";
    }
}
