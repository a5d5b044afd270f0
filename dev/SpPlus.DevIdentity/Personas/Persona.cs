namespace SpPlus.DevIdentity.Personas;

/// <summary>A ready person. What it may do is the silo's business: it reads the same file.</summary>
public sealed record Persona
{
    public required string Subject { get; init; }

    public required string DisplayName { get; init; }

    public required string Profile { get; init; }

    public required string Structure { get; init; }

    /// <summary>The heading it stands under on the sign-in page.</summary>
    public required string Group { get; init; }

    /// <summary>Profile and structure in words.</summary>
    public required string Post { get; init; }
}
