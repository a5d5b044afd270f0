namespace SpPlus.Web.Moderation;

/// <summary>How long something has waited, as people say it: the key of the sentence and its number.</summary>
internal static class Ages
{
    public static (string Key, int Count) Of(TimeSpan age) => age switch
    {
        { TotalMinutes: < 1 } => ("Age.Now", 0),
        { TotalHours: < 1 } => ("Age.Minutes", (int)age.TotalMinutes),
        { TotalHours: < 48 } => ("Age.Hours", (int)age.TotalHours),
        _ => ("Age.Days", (int)age.TotalDays),
    };
}
