using Microsoft.Extensions.DependencyInjection;
using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;
using SpPlus.Silo.Mail;
using SpPlus.Tests.Experiences.Decisions;
using SpPlus.Tests.Infrastructure;
using SpPlus.Tests.Privacy.Erasure;
using Xunit;

namespace SpPlus.Tests.Privacy;

public sealed class AuthorAddressTests(SharedSilo shared) : IClassFixture<SharedSilo>
{
    [Fact]
    public async Task A_changed_address_replaces_the_former_one_and_is_in_clear_nowhere()
    {
        var (one, address) = (await Submitted("zyxavant@exemple.fr"), "zyxapres@exemple.fr");

        await one.Accepted(Change(one, " " + address + " "), one.Author);

        Assert.Equal((address, one.Token), (await Vault(one))!.Value);
        var history = (await one.Grain.History(shared.Moderator))!.Value;
        Assert.Equal("address-changed", history[^1].Kind);
        Assert.Null(history[^1].Detail);
        await shared.Silo.Projected();
        Assert.Empty(await new EveryPlace(shared.Silo.Database).Holding("zyxavant", "zyxapres", one.Token));
    }

    [Fact]
    public async Task An_address_is_given_where_there_was_none_and_where_one_was_destroyed_just_before()
    {
        var one = await Submitted(null);
        Assert.Null(await Vault(one));
        await one.Accepted(Change(one, "premiere@exemple.fr"), one.Author);
        await one.Accepted(new ForgetAddress { OperationId = Guid.NewGuid() }, one.Author);
        await one.Accepted(Change(one, "seconde@exemple.fr"), one.Author);

        await shared.Silo.Erased();

        Assert.Equal("seconde@exemple.fr", (await Vault(one))!.Value.Address);
        Assert.True((await one.Grain.Track(one.Author))!.HasAddress);
        await one.Accepted(new ForgetAddress { OperationId = Guid.NewGuid() }, one.Author);
        await shared.Silo.Erased();
        Assert.Null(await Vault(one));
        await one.Accepted(Change(one, "troisieme@exemple.fr"), one.Author);
        Assert.Equal("troisieme@exemple.fr", (await Vault(one))!.Value.Address);
    }

    [Theory]
    [InlineData("", FieldProblem.Missing)]
    [InlineData("   ", FieldProblem.Missing)]
    [InlineData("pas une adresse", FieldProblem.Malformed)]
    [InlineData("a@exemple.fr, b@exemple.fr", FieldProblem.Malformed)]
    [InlineData("Nom <a@exemple.fr>", FieldProblem.Malformed)]
    public async Task What_is_no_address_is_refused_and_the_former_one_stays(string typed, FieldProblem problem)
    {
        var one = await Submitted("reste@exemple.fr");

        var result = await one.Grain.Execute(Change(one, typed), one.Author);

        Assert.Equal((Refusal.Invalid, problem), (result.Refusal, Assert.Single(result.Errors).Problem));
        Assert.Equal("reste@exemple.fr", (await Vault(one))!.Value.Address);
    }

    [Fact]
    public async Task Only_the_link_s_bearer_changes_it_and_not_after_a_withdrawal()
    {
        var one = await Submitted("reste@exemple.fr");
        Assert.Equal(Refusal.NotFound, await one.Refused(Change(one, "autre@exemple.fr"), Caller.Author("un jeton d’ailleurs")));
        Assert.Equal(Refusal.NotFound, await one.Refused(Change(one, "autre@exemple.fr") with { TrackingToken = "un jeton d’ailleurs" }, one.Author));
        Assert.Equal(Refusal.NotFound, await one.Refused(Change(one, "autre@exemple.fr"), shared.Moderator));
        Assert.Equal("reste@exemple.fr", (await Vault(one))!.Value.Address);

        await one.Accepted(New.Withdraw(), one.Author);
        Assert.Equal(Refusal.WrongStatus, await one.Refused(Change(one, "autre@exemple.fr"), one.Author));
    }

    [Fact]
    public async Task A_lost_link_is_mailed_once_an_hour_to_the_author_s_own_address_and_never_to_another()
    {
        var one = await Submitted("Perdue@Exemple.fr");
        await Ask(one.Id, "autre@exemple.fr");
        await Ask(ExperienceId.From("nobody sent this one"), "perdue@exemple.fr");
        Assert.Equal(0L, await Links(one.Id));

        await Task.WhenAll(Ask(one.Id, "perdue@exemple.FR"), Ask(one.Id, " Perdue@Exemple.fr "), Ask(one.Id, "Perdue@Exemple.fr"));
        Assert.Equal(1L, await Links(one.Id));

        await shared.Silo.Database.Execute($"update mail.queue set queued_at = queued_at - interval '61 minutes', version = version - 61 where step = 'link' and experience = '{one.Id}'");
        await Ask(one.Id, "perdue@exemple.fr");
        Assert.Equal(2L, await Links(one.Id));
        Assert.Equal(2L, await shared.Silo.Database.Scalar<long>("select count(*) from mail.queue where step = 'link'"));
    }

    [Fact]
    public async Task A_former_address_finds_no_link_once_it_was_changed_or_destroyed()
    {
        var one = await Submitted("ancienne@exemple.fr");
        await one.Accepted(Change(one, "nouvelle@exemple.fr"), one.Author);
        await Ask(one.Id, "ancienne@exemple.fr");
        await one.Accepted(new ForgetAddress { OperationId = Guid.NewGuid() }, one.Author);
        await shared.Silo.Erased();
        await Ask(one.Id, "nouvelle@exemple.fr");

        Assert.Equal(0L, await Links(one.Id));
    }

    private async Task<OneExperience> Submitted(string? address)
    {
        var key = SubmissionKey.New();
        var one = new OneExperience(shared.Silo, SubmissionKey.ExperienceId(key), TrackingToken.FromSubmissionKey(key));
        await one.Accepted(New.Submission() with { OperationId = SubmissionKey.OperationId(key), TrackingToken = one.Token, Email = address }, Caller.Anonymous);
        return one;
    }

    private async Task<(string? Address, string Token)?> Vault(OneExperience one) =>
        await shared.Silo.Services.GetRequiredService<IAuthorVault>().Open(one.Id) is { } content ? (content.Address, content.TrackingToken) : null;

    private Task Ask(ExperienceId id, string address) => shared.Silo.Grains.GetGrain<ILostLinkGrain>(id.Value).Ask(new() { Address = address });

    private Task<long> Links(ExperienceId id) =>
        shared.Silo.Database.Scalar<long>($"select count(*) from mail.queue where step = 'link' and experience = '{id}'");

    private static ChangeAddress Change(OneExperience one, string address) =>
        new() { OperationId = Guid.NewGuid(), Email = address, TrackingToken = one.Token };
}
