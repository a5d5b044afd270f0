using System.Collections.Immutable;
using Orleans.Concurrency;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Privacy;
using SpPlus.Contracts.Texts;

namespace SpPlus.Silo.Privacy;

[StatelessWorker]
internal sealed class PersonalDataGrain : Grain, IPersonalDataGrain
{
    private const int MaximumTexts = 8;

    public Task<ImmutableArray<ImmutableArray<PersonalDataMark>>> Look(TextsToCheck texts) =>
        Task.FromResult(texts.Texts.IsDefault
            ? []
            : texts.Texts.Take(MaximumTexts).Select(text => PersonalData.In(WellFormed.Cut(text ?? "", TextsToCheck.MaximumLength))).ToImmutableArray());
}
