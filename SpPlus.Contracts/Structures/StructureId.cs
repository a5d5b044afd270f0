using System.Diagnostics.CodeAnalysis;

namespace SpPlus.Contracts.Structures;

/// <summary>A structure's key in the directory: a lowercase ASCII slug of 2 to 60 characters that starts with a letter.</summary>
[GenerateSerializer, Immutable, Alias("spplus.structure-id")]
public readonly record struct StructureId : IComparable<StructureId>
{
    private StructureId(string value) => Value = value;

    [Id(0)] public string Value { get; }

    public static bool TryParse([NotNullWhen(true)] string? text, out StructureId id)
    {
        id = default;
        if (text is null || text.Length is < 2 or > 60 || !char.IsAsciiLetterLower(text[0])) return false;
        foreach (var c in text)
            if (!char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c != '-') return false;
        id = new(text);
        return true;
    }

    public static StructureId Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException("Not a structure id.");

    public int CompareTo(StructureId other) => string.CompareOrdinal(Value, other.Value);

    public static bool operator <(StructureId left, StructureId right) => left.CompareTo(right) < 0;
    public static bool operator >(StructureId left, StructureId right) => left.CompareTo(right) > 0;
    public static bool operator <=(StructureId left, StructureId right) => left.CompareTo(right) <= 0;
    public static bool operator >=(StructureId left, StructureId right) => left.CompareTo(right) >= 0;

    public override string ToString() => Value ?? "";
}
