using System.Collections.Immutable;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Privacy;

namespace SpPlus.Web.Privacy;

/// <summary>
/// Asks the silo what looks like personal data in texts that are not sent yet. A page never waits long for it and never fails with it:
/// without an answer nothing is marked, and what is sent is read by a moderator all the same.
/// </summary>
internal sealed partial class PersonalDataGuard(IGrainFactory grains, TimeProvider time, ILogger<PersonalDataGuard> logger)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>One list for each text, in its order.</summary>
    public async Task<ImmutableArray<ImmutableArray<PersonalDataMark>>> Look(params ImmutableArray<string> texts)
    {
        var nothing = texts.Select(_ => ImmutableArray<PersonalDataMark>.Empty).ToImmutableArray();
        if (texts.All(string.IsNullOrWhiteSpace)) return nothing;
        try
        {
            var marks = await grains.GetGrain<IPersonalDataGrain>(0).Look(new() { Texts = texts }).WaitAsync(Patience, time);
            return marks.Length == texts.Length ? marks : nothing;
        }
        catch (Exception exception)
        {
            LogNotLooked(exception);
            return nothing;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A text was shown to its author without marks on personal data")]
    private partial void LogNotLooked(Exception exception);
}
