using SpPlus.Contracts.Accounts;
using SpPlus.Tests.Infrastructure;
using Xunit;

namespace SpPlus.Tests.Desk;

public sealed class SavedFilterTests(SharedSilo shared) : IClassFixture<SharedSilo>
{
    private IDeskGrain Desk => shared.Silo.Grains.GetGrain<IDeskGrain>(0);

    [Fact]
    public async Task A_filter_is_kept_replaced_renamed_and_deleted_by_its_owner_alone()
    {
        var (owner, other) = (await shared.Silo.Account(Profile.Agent, "caf-gironde"), await shared.Silo.Account(Profile.Agent, "caf-gironde"));
        Assert.Equal(SavedFilterAnswer.Done, await Desk.SaveFilter(" Urgences ", "?statut=a-repondre&age=plus-de-72-h", owner));
        Assert.Equal(SavedFilterAnswer.Done, await Desk.SaveFilter("Téléphone", "?canal=phone", owner));
        Assert.Equal(SavedFilterAnswer.Done, await Desk.SaveFilter("Urgences", "?age=plus-de-7-j", owner));
        Assert.Equal([("Téléphone", "?canal=phone"), ("Urgences", "?age=plus-de-7-j")], await Of(owner));
        Assert.Empty(await Of(other));

        Assert.Equal(SavedFilterAnswer.NotFound, await Desk.RenameFilter("Urgences", "À moi", other));
        Assert.Equal(SavedFilterAnswer.NotFound, await Desk.DeleteFilter("Urgences", other));
        Assert.Equal(SavedFilterAnswer.NameTaken, await Desk.RenameFilter("Urgences", "Téléphone", owner));
        Assert.Equal(SavedFilterAnswer.Done, await Desk.RenameFilter("Urgences", "Anciennes", owner));
        Assert.Equal(SavedFilterAnswer.Done, await Desk.DeleteFilter("Téléphone", owner));
        Assert.Equal([("Anciennes", "?age=plus-de-7-j")], await Of(owner));
    }

    [Fact]
    public async Task Nobody_keeps_more_than_thirty_also_when_two_forms_arrive_at_once()
    {
        var owner = await shared.Silo.Account(Profile.Reader, "caf-gironde");
        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Desk.SaveFilter($"Filtre {i}", "?age=", owner)));
        Assert.Equal(30, answers.Count(a => a == SavedFilterAnswer.Done));
        Assert.Equal(10, answers.Count(a => a == SavedFilterAnswer.TooMany));
        var kept = await Of(owner);
        Assert.Equal(30, kept.Count);
        Assert.Equal(SavedFilterAnswer.Done, await Desk.SaveFilter(kept[0].Name, "?canal=mail", owner));
        Assert.Equal(SavedFilterAnswer.Done, await Desk.DeleteFilter(kept[1].Name, owner));
        Assert.Equal(SavedFilterAnswer.Done, await Desk.SaveFilter("Encore un", "?canal=mail", owner));
    }

    [Theory]
    [InlineData("", SavedFilterAnswer.NameMissing)]
    [InlineData(" \t\r\n\0 ", SavedFilterAnswer.NameMissing)]
    [InlineData("1234567890123456789012345678901234567890123456789012345678901", SavedFilterAnswer.NameTooLong)]
    [InlineData("123456789012345678901234567890123456789012345678901234567890", SavedFilterAnswer.Done)]
    [InlineData("'; drop table desk.saved_filters; --", SavedFilterAnswer.Done)]
    [InlineData("<script>alert(1)</script>", SavedFilterAnswer.Done)]
    [InlineData("moitié \ud83d", SavedFilterAnswer.Done)]
    public async Task Any_name_of_one_to_sixty_characters_is_taken_as_it_is(string name, SavedFilterAnswer expected)
    {
        var owner = await shared.Silo.Account(Profile.Agent, "caf-gironde");
        Assert.Equal(expected, await Desk.SaveFilter(name, "?\0cherche=%00'", owner));
        Assert.Equal(expected == SavedFilterAnswer.Done ? 1 : 0, (await Of(owner)).Count);
    }

    [Fact]
    public async Task Without_an_account_and_with_a_query_of_any_length_nothing_is_kept()
    {
        Assert.Equal(SavedFilterAnswer.NotFound, await Desk.SaveFilter("Un nom", "?a=b", Caller.Agent("personne")));
        Assert.Empty(await Of(Caller.Anonymous));
        var owner = await shared.Silo.Account(Profile.Agent, "caf-gironde");
        Assert.Equal(SavedFilterAnswer.QueryTooLong, await Desk.SaveFilter("Un nom", new string('x', 1_001), owner));
    }

    private async Task<List<(string Name, string Query)>> Of(Caller caller) => [.. (await Desk.SavedFilters(caller)).Select(f => (f.Name, f.Query))];
}
