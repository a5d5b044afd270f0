using SpPlus.Contracts.Experiences;

namespace SpPlus.Silo.Projections;

/// <summary>What changes in a row of <c>read.responses</c>, which is never loaded: what the public reads of a structure's answer.</summary>
internal sealed class ResponseRow(string experience, string structure)
{
    public string Experience => experience;
    public string Structure => structure;

    /// <summary>Null when no text of its own is published in this batch.</summary>
    public ResponseText? Text { get; private set; }
    public int Version { get; private set; }
    public string? Adopted { get; private set; }
    public int? AdoptedVersion { get; private set; }
    public DateTimeOffset PublishedAt { get; private set; }
    public bool? Useful { get; set; }

    /// <summary>An adoption before it is over.</summary>
    public void Publish(ResponseText text, int version, DateTimeOffset at) =>
        (Text, Version, PublishedAt, Adopted, AdoptedVersion) = (text, version, at, null, null);

    public void Adopt(string adopted, int version, DateTimeOffset at) => (Adopted, AdoptedVersion, PublishedAt) = (adopted, version, at);
}
