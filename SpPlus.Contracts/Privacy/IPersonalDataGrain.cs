using System.Collections.Immutable;
using Orleans.Concurrency;
using SpPlus.Contracts.Experiences;

namespace SpPlus.Contracts.Privacy;

/// <summary>Says what looks like personal data in texts that are not sent yet (SUBMIT-2). Keeps nothing, logs nothing. Key: 0.</summary>
[Alias("spplus.personal-data-grain")]
public interface IPersonalDataGrain : IGrainWithIntegerKey
{
    /// <summary>The marks of each text, in the order of the texts and in each text's own; a text is read up to <see cref="TextsToCheck.MaximumLength"/>.</summary>
    [ReadOnly, Alias("look")]
    Task<ImmutableArray<ImmutableArray<PersonalDataMark>>> Look(TextsToCheck texts);
}
