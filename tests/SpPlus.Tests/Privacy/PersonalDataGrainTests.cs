using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Privacy;
using SpPlus.Tests.Infrastructure;
using Xunit;

namespace SpPlus.Tests.Privacy;


public sealed class PersonalDataGrainTests(SharedSilo shared) : IClassFixture<SharedSilo>
{
    [Fact]
    public async Task Each_text_gets_its_own_marks_and_the_longest_is_cut()
    {
        var grain = shared.Silo.Grains.GetGrain<IPersonalDataGrain>(0);
        var marks = await grain.Look(new() { Texts = ["Mme Exemple, 06 39 98 12 34", "", new string('a', TextsToCheck.MaximumLength) + " Mme Exemple"] });

        Assert.Equal([PersonalDataKind.Name, PersonalDataKind.Phone], marks[0].Select(m => m.Kind));
        Assert.Empty(marks[1]);
        Assert.Empty(marks[2]);
        Assert.Empty(await grain.Look(new() { Texts = default }));
    }

    [Fact]
    public void Nothing_of_a_text_is_in_what_a_log_would_print()
    {
        var mark = new PersonalDataMark { Kind = PersonalDataKind.Name, Start = 3, Length = 11, Passage = "Mme Exemple" };
        Assert.DoesNotContain("Exemple", $"{mark} {new TextsToCheck { Texts = ["Mme Exemple"] }}", StringComparison.Ordinal);
    }
}
