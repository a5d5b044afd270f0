using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Moderation;

namespace SpPlus.Web.Moderation;

/// <summary>What is beside a text takes no page down and lets no page wait.</summary>
internal sealed partial class SimilarReader(IGrainFactory grains, TimeProvider time, ILogger<SimilarReader> logger)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>Null when it is not known in time, or not to the caller.</summary>
    public async Task<SimilarExperiences?> Of(ExperienceId experience, Caller caller)
    {
        try
        {
            return await grains.GetGrain<ISimilarGrain>(0).Of(experience, caller).WaitAsync(Patience, time);
        }
        catch (Exception exception)
        {
            LogUnknown(exception, experience.Value);
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Experience {Experience}: what is like it is not known in time")]
    private partial void LogUnknown(Exception exception, string experience);
}
