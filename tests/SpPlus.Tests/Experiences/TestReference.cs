using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Structures;
using SpPlus.Silo.Accounts;
using SpPlus.Silo.Reference;

namespace SpPlus.Tests.Experiences;

/// <summary>The reference data that ships, as a book, and accounts of its structures.</summary>
internal static class TestReference
{
    public static readonly ReferenceBook Book = Load();

    public static StructureId Id(string id) => StructureId.Parse(id);

    public static Account Account(Profile profile, string structure, string? subject = null) => new()
    {
        Subject = subject ?? $"{profile}-{structure}",
        DisplayName = $"{profile} of {structure}",
        Profile = profile,
        Structure = Id(structure),
    };

    public static Account Moderator { get; } = Account(Profile.Moderator, "ditp");

    private static ReferenceBook Load()
    {
        var lists = ShippedReference.Lists();
        return new(new()
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
        });
    }
}
