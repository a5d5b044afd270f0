using SpPlus.Contracts.Experiences;
using SpPlus.Silo.Experiences.Decisions;
using SpPlus.Silo.Privacy;

namespace SpPlus.Silo.Experiences;

/// <summary>
/// What may have to be destroyed is sealed before the first fact: dying in between leaves a sealed text that no experience points to,
/// never an experience whose text is missing. A retry seals the same again.
/// </summary>
internal static class SubmissionSeal
{
    public static async Task Seal(this IGrainFactory grains, ExperienceId id, SubmitExperience submission)
    {
        await grains.GetGrain<ISentTextGrain>(id.Value).Seal(SubmissionDecisions.TextOf(submission));
        await grains.GetGrain<IVaultGrain>(id.Value).Seal(new()
        {
            Address = string.IsNullOrWhiteSpace(submission.Email) ? null : submission.Email.Trim(),
            TrackingToken = submission.TrackingToken,
            Language = submission.Language,
        });
    }
}
