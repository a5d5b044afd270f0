namespace SpPlus.Web.Reports;

/// <summary>The names of the forms' fields.</summary>
internal static class ReportFields
{
    public const string Reason = "motif";
    public const string Words = "mots";

    /// <summary>Hidden from people, as on the form for experiences.</summary>
    public const string Trap = "site";

    public const string Decision = "decision";
    public const string Dismiss = "classer";
    public const string Unpublish = "depublier";
    public const string DismissalWords = "note";
    public const string UnpublicationReason = "raison";

    /// <summary>The number of the last report that the page showed.</summary>
    public const string UpTo = "jusqua";
}
