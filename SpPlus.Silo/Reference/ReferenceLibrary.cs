using SpPlus.Contracts.Reference;

namespace SpPlus.Silo.Reference;

/// <summary>Holds the current book; a newer one replaces it whole.</summary>
internal sealed class ReferenceLibrary
{
    private volatile ReferenceBook current = new(new()
    {
        Version = 0, Structures = [], Networks = [], Departments = [], Countries = [], Channels = [], GeneralTags = [],
        RejectionReasons = [], Improvements = [], Procedures = [], Questions = [],
    });

    public ReferenceBook Current => current;

    public void Replace(ReferenceData data) => current = new(data);
}
