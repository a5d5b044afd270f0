using SpPlus.Contracts.Experiences;
using SpPlus.Silo.Experiences.Decisions;
using SpPlus.Silo.Privacy;

namespace SpPlus.Silo.Experiences;

/// <summary>
/// What may have to be destroyed is sealed before the fact that goes with it: dying in between leaves a sealed text that no experience
/// points to, or the address that the author typed last, never an experience whose text or address is missing. A retry seals the same
/// again; what no retry comes for, retention destroys.
/// </summary>
internal static class AuthorSeal
{
    /// <param name="grains">The vault's, and the sent texts'.</param>
    /// <param name="id">Of the experience.</param>
    /// <param name="command">Accepted, and not yet recorded.</param>
    /// <param name="sequence">Of the last fact before.</param>
    public static Task Seal(this IGrainFactory grains, ExperienceId id, ExperienceCommand command, int sequence) => command switch
    {
        SubmitExperience submission => Submission(grains, id, submission),
        ChangeAddress change => Address(grains, id, change.Email, change.TrackingToken, change.Language, sequence + 1),
        _ => Task.CompletedTask,
    };

    private static async Task Submission(IGrainFactory grains, ExperienceId id, SubmitExperience submission)
    {
        await grains.GetGrain<ISentTextGrain>(id.Value).Seal(SubmissionDecisions.TextOf(submission));
        // Without an address nobody is written to: then the link's secret is nowhere but with the author.
        if (!string.IsNullOrWhiteSpace(submission.Email)) await Address(grains, id, submission.Email, submission.TrackingToken, submission.Language, sequence: 0);
    }

    private static Task Address(IGrainFactory grains, ExperienceId id, string address, string token, string language, int sequence) =>
        grains.GetGrain<IVaultGrain>(id.Value).Seal(new() { Address = address.Trim(), TrackingToken = token, Language = language == "en" ? "en" : "fr" }, sequence);
}
