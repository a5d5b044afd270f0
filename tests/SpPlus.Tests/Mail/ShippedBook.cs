using SpPlus.Contracts.Reference;
using SpPlus.Silo.Reference;

namespace SpPlus.Tests.Mail;

/// <summary>The reference data that ships, as decisions and letters read it.</summary>
internal static class ShippedBook
{
    public static ReferenceData Data { get; } = Read();

    public static ReferenceBook Book { get; } = new(Data);

    private static ReferenceData Read()
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
}
