using Microsoft.Extensions.DependencyInjection;
using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;
using SpPlus.Silo.Mail;
using SpPlus.Silo.Retention;
using SpPlus.Tests.Experiences;
using SpPlus.Tests.Experiences.Decisions;
using SpPlus.Tests.Infrastructure;
using Xunit;

namespace SpPlus.Tests.Privacy;

public sealed class AddressFaultTests(FaultySilo shared) : IClassFixture<FaultySilo>
{
    [Fact]
    public async Task An_address_given_in_the_same_append_that_lets_the_old_one_go_stays()
    {
        var key = SubmissionKey.New();
        var one = new OneExperience(shared.Silo, SubmissionKey.ExperienceId(key), TrackingToken.FromSubmissionKey(key));
        await one.Accepted(
            New.Submission() with { OperationId = SubmissionKey.OperationId(key), TrackingToken = one.Token, Email = "ancienne@exemple.fr" }, Caller.Anonymous);
        var held = shared.Journal.Hold();
        var first = one.Grain.Execute(Change("premiere@exemple.fr"), one.Author);
        var letGo = shared.Silo.Grains.GetGrain<IRetainedGrain>(one.Id.Value).LetAddressGo();
        var change = one.Grain.Execute(Change("nouvelle@exemple.fr"), one.Author);
        await one.Grain.View(one.Author);
        held.SetResult();
        await letGo;
        foreach (var result in await Task.WhenAll(first, change)) Assert.True(result.Accepted);
        await shared.Silo.Erased();

        Assert.Equal([1, 2], shared.Journal.Appends);
        Assert.True((await one.Grain.Track(one.Author))!.HasAddress);
        Assert.Equal("nouvelle@exemple.fr", (await shared.Silo.Services.GetRequiredService<IAuthorVault>().Open(one.Id))?.Address);

        ChangeAddress Change(string address) => new() { OperationId = Guid.NewGuid(), Email = address, TrackingToken = one.Token };
    }
}
