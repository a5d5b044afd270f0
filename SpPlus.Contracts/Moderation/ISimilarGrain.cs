using Orleans.Concurrency;
using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;

namespace SpPlus.Contracts.Moderation;

/// <summary>Finds what tells the same thing. Key: 0.</summary>
[Alias("spplus.similar-grain")]
public interface ISimilarGrain : IGrainWithIntegerKey
{
    /// <summary>Null for everybody but the DITP, and when there is no such experience.</summary>
    [ReadOnly, Alias("of")]
    Task<SimilarExperiences?> Of(ExperienceId experience, Caller caller);
}
