using SpPlus.Silo.Reference;

namespace SpPlus.Benchmarks.Baselines;

internal static class ShippedBook
{
    /// <summary>The structures and rules that decisions ask, in memory as in the silo.</summary>
    public static ReferenceBook Read()
    {
        var lists = ShippedReference.Lists();
        return new(new()
        {
            Version = 1, Structures = ShippedReference.Structures(), Networks = lists.Networks, Departments = lists.Departments,
            Countries = lists.Countries, Channels = lists.Channels, GeneralTags = lists.GeneralTags, RejectionReasons = lists.RejectionReasons,
            Improvements = lists.Improvements, Procedures = lists.Procedures, Questions = lists.Questions, ReportReasons = lists.ReportReasons,
        });
    }
}
