using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;
using SpPlus.Silo.Mail;
using SpPlus.Silo.Privacy;
using SpPlus.Silo.Privacy.Rotation;
using SpPlus.Tests.Experiences.Decisions;
using SpPlus.Tests.Infrastructure;
using Xunit;

namespace SpPlus.Tests.Privacy;

public sealed class KeyRotationTests
{
    private static readonly string Former = Convert.ToBase64String(new byte[32]);
    private static readonly string Current = Convert.ToBase64String([.. Enumerable.Repeat((byte)7, 32)]);

    [Fact]
    public async Task After_a_rotation_everything_opens_and_still_does_once_the_former_key_is_taken_away()
    {
        var ids = new List<ExperienceId>();
        string database;
        await using (var silo = await Silo(null, Former, null))
        {
            database = silo.ConnectionString;
            for (var i = 0; i < 3; i++) ids.Add(await Submitted(silo, i));
            await silo.Grains.GetGrain<IVaultGrain>(ids[2].Value).Destroy(0);
        }

        await using (var silo = await Silo(database, Current, Former))
        {
            await AllOpen(silo, ids);
            var before = await Contents(silo);
            while (await silo.Services.GetRequiredService<KeyRotation>().Rotate(CancellationToken.None) is not 0) { }
            await AllOpen(silo, ids);
            Assert.Equal(before, await Contents(silo));
            Assert.All(await silo.Services.GetRequiredService<SealedKeys>().Uses(CancellationToken.None), use => Assert.True(use.IsCurrent));
        }

        await using (var silo = await Silo(database, Current, null))
        {
            await AllOpen(silo, ids);
            Assert.Equal(0, await Rotated(silo));
        }
    }

    [Fact]
    public async Task A_key_may_stand_in_both_places_as_it_does_in_the_middle_of_a_change()
    {
        string database;
        await using (var silo = await Silo(null, Former, $"{Former}, {Current}"))
        {
            database = silo.ConnectionString;
            await Submitted(silo, 0);
        }

        await using var changed = await Silo(database, Current, $"{Former},{Current}");
        await AllOpen(changed, [SubmissionOf(0).Id]);
    }

    [Fact]
    public async Task A_former_key_that_is_missing_is_reported_and_what_it_wraps_stays_as_it_is()
    {
        string database;
        await using (var silo = await Silo(null, Former, null))
        {
            database = silo.ConnectionString;
            await Submitted(silo, 0);
        }

        await using (var silo = await Silo(database, Current, null))
        {
            await Submitted(silo, 1);
            Assert.Equal(2, await Rotated(silo));
            Assert.Equal([(true, true, 2L), (false, false, 2L)], (await silo.Services.GetRequiredService<SealedKeys>().Uses(CancellationToken.None)).Select(u => (u.IsCurrent, u.IsConfigured, u.Rows)));
        }

        await using var found = await Silo(database, Current, Former);
        while (await found.Services.GetRequiredService<KeyRotation>().Rotate(CancellationToken.None) is not 0) { }
        await AllOpen(found, [SubmissionOf(0).Id]);
    }

    private static async Task<long> Rotated(SiloUnderTest silo)
    {
        while (true)
            if (await silo.Services.GetRequiredService<KeyRotation>().Rotate(CancellationToken.None) is { } left) return left;
    }

    private static Task<SiloUnderTest> Silo(string? database, string key, string? former) => SiloUnderTest.Start(database, builder =>
        builder.Configuration.AddInMemoryCollection([new("Vault:MasterKey", key), new("Vault:FormerMasterKeys", former), new("Vault:RotationPause", "00:00:00")]));

    private static async Task<ExperienceId> Submitted(SiloUnderTest silo, int number)
    {
        var (id, submission) = SubmissionOf(number);
        Assert.True((await silo.Experience(id).Execute(submission, Caller.Anonymous)).Accepted);
        return id;
    }

    private static (ExperienceId Id, SubmitExperience Submission) SubmissionOf(int number)
    {
        var key = new string((char)('a' + number), 64);
        return (SubmissionKey.ExperienceId(key), New.Submission() with
        {
            OperationId = SubmissionKey.OperationId(key), TrackingToken = TrackingToken.FromSubmissionKey(key), Email = $"auteur{number}@exemple.fr",
        });
    }

    private static async Task AllOpen(SiloUnderTest silo, List<ExperienceId> ids)
    {
        for (var i = 0; i < ids.Count; i++)
        {
            Assert.Equal(i == 2 ? null : $"auteur{i}@exemple.fr", (await silo.Services.GetRequiredService<IAuthorVault>().Open(ids[i]))?.Address);
            Assert.Equal(New.Submission().Title, (await silo.Grains.GetGrain<ISentTextGrain>(ids[i].Value).Read())!.Title);
        }
    }

    /// <summary>What is under each row's own key: a rotation leaves it alone.</summary>
    private static Task<List<string>> Contents(SiloUnderTest silo) => silo.Database.Rows(
        "select ext, state, convert_from(payload, 'UTF8')::json #>> '{bytes,content}' from orleans.grain_state where state in ('vault', 'sent-text') and payload is not null order by 1, 2");
}
