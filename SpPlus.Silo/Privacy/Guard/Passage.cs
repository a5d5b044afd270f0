namespace SpPlus.Silo.Privacy.Guard;

/// <summary>From the first character to the one after the last.</summary>
internal readonly record struct Passage(int Start, int End)
{
    public bool Overlaps(Passage other) => Start < other.End && other.Start < End;
}
