namespace SpPlus.Web.Forms;

/// <summary>What <see cref="FormGuard"/> asks of a posted form before its endpoint sees it.</summary>
internal sealed record FormRules
{
    /// <summary>Nobody without a session posts here.</summary>
    public bool NeedsSession { get; init; }

    /// <summary>False where no session's rights could be borrowed by a forged post.</summary>
    public bool NeedsToken { get; init; } = true;
}

internal static class FormRulesExtensions
{
    private static readonly FormRules Session = new() { NeedsSession = true };
    private static readonly FormRules Open = new() { NeedsToken = false };

    public static TBuilder FormsNeedSession<TBuilder>(this TBuilder builder) where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(Session);

    public static TBuilder FormsNeedNoToken<TBuilder>(this TBuilder builder) where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(Open);
}
