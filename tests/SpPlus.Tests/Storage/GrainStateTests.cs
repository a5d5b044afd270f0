using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Storage;
using SpPlus.Silo;
using SpPlus.Silo.Experiences;
using SpPlus.Tests.Infrastructure;
using Xunit;

namespace SpPlus.Tests.Storage;

/// <summary>Our own SQL behind Orleans' ADO.NET provider.</summary>
public sealed class GrainStateTests(SharedSilo shared) : IClassFixture<SharedSilo>
{
    private readonly GrainId grain = GrainId.Create("storage-under-test", $"exp-{Guid.NewGuid():n}-é/#+");

    private IGrainStorage Storage => shared.Silo.Services.GetRequiredKeyedService<IGrainStorage>("Default");

    [Fact]
    public async Task Of_sixteen_first_writers_at_once_one_wins()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(1, 16).Select(i => Write(State(i))));
        Assert.Single(outcomes, written => written);
        Assert.Equal(1L, await shared.Silo.Database.Scalar<long>($"select count(*) from orleans.grain_state where ext = '{grain.Key}'"));
    }

    [Fact]
    public async Task A_writer_that_did_not_read_the_last_version_is_refused()
    {
        Assert.True(await Write(State(1)));
        var (one, other) = (await Read(), await Read());
        one.State!.Format = 2;
        Assert.True(await Write(one));
        other.State!.Format = 3;
        Assert.False(await Write(other));
        Assert.False(await Write(State(4)));
        Assert.Equal(2, (await Read()).State!.Format);
    }

    [Fact]
    public async Task What_is_cleared_is_gone_for_readers_and_stays_newer_than_what_writers_hold()
    {
        Assert.True(await Write(State(1)));
        var (clearing, stale) = (await Read(), await Read());
        await Storage.ClearStateAsync("under-test", grain, clearing);
        Assert.False((await Read()).RecordExists);
        Assert.False(await Write(stale));
        await Assert.ThrowsAsync<InconsistentStateException>(() => Storage.ClearStateAsync("under-test", grain, stale));
        var again = await Read();
        again.State!.Format = 5;
        Assert.True(await Write(again));
        Assert.Equal(5, (await Read()).State!.Format);
    }

    [Fact]
    public async Task States_are_stored_as_the_silo_writes_facts()
    {
        Assert.True(await Write(State(7)));
        Assert.Equal(
            "{\"format\":7}", await shared.Silo.Database.Scalar<string>($"select convert_from(payload, 'UTF8') from orleans.grain_state where ext = '{grain.Key}'"));
    }

    [Fact]
    public void Names_of_states_are_told_apart_by_nothing_else_and_so_are_unique()
    {
        var names = typeof(SpPlusSilo).Assembly.GetTypes()
            .SelectMany(t => t.GetConstructors()).SelectMany(c => c.GetParameters())
            .Select(p => p.GetCustomAttribute<PersistentStateAttribute>()?.StateName).OfType<string>().ToArray();
        Assert.Contains(ExperienceSnapshot.StateName, names);
        Assert.Equal(names.Distinct(), names);
    }

    private static GrainState<ExperienceSnapshot> State(int format) => new(new() { Format = format });

    private async Task<GrainState<ExperienceSnapshot>> Read()
    {
        var state = new GrainState<ExperienceSnapshot>(new());
        await Storage.ReadStateAsync("under-test", grain, state);
        return state;
    }

    private async Task<bool> Write(GrainState<ExperienceSnapshot> state)
    {
        try
        {
            await Storage.WriteStateAsync("under-test", grain, state);
            return true;
        }
        catch (InconsistentStateException)
        {
            return false;
        }
    }
}
