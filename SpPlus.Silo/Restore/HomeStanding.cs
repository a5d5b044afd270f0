namespace SpPlus.Silo.Restore;

/// <param name="IsHome">It lives where it was last served.</param>
/// <param name="IsAhead">Facts bear transactions that this cluster has not come to: they would not be projected, and new ones would sort before them.</param>
internal readonly record struct HomeStanding(bool IsHome, bool IsAhead)
{
    public bool IsSafe => IsHome && !IsAhead;
}
