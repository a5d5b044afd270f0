namespace SpPlus.Contracts.Accounts;

/// <summary>When a person is told by mail what concerns their structure (STEP-3).</summary>
[GenerateSerializer, Alias("spplus.telling")]
public enum Telling
{
    Never = 0,
    AtOnce = 1,

    /// <summary>In the morning, when there is something.</summary>
    Daily = 2,
}

/// <summary>A person's choice, and whether there is an address to write to.</summary>
[GenerateSerializer, Immutable, Alias("spplus.telling-view.v1")]
public sealed record TellingView([property: Id(0)] Telling Choice, [property: Id(1)] bool HasAddress);
