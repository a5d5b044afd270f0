namespace SpPlus.Contracts.Experiences;

/// <summary>A passage that looks like personal data, and why (PII-1).</summary>
[GenerateSerializer, Immutable, Alias("spplus.personal-data-mark.v1")]
public sealed record PersonalDataMark
{
    [Id(0)] public required PersonalDataKind Kind { get; init; }

    /// <summary>The first character's index in the text.</summary>
    [Id(1)] public required int Start { get; init; }
    [Id(2)] public required int Length { get; init; }
    [Id(3)] public required string Passage { get; init; }

    /// <summary>Without the passage, so that no log that prints records holds it.</summary>
    public override string ToString() => $"{Kind} at {Start}";
}

[GenerateSerializer, Alias("spplus.personal-data-kind")]
public enum PersonalDataKind
{
    Email = 1,
    Phone = 2,

    /// <summary>NIR, with its key.</summary>
    SocialSecurityNumber = 3,
    Iban = 4,
    Plate = 5,

    /// <summary>A number that an administration knows a person by.</summary>
    FileNumber = 6,
    Address = 7,

    /// <summary>A name after a civility.</summary>
    Name = 8,
}
