namespace SpPlus.ServiceDefaults;

internal static class HealthTags
{
    public const string Live = "live";
}
