using Microsoft.Extensions.DependencyInjection;
using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;
using SpPlus.Silo.Experiences;
using SpPlus.Silo.Journal;
using SpPlus.Tests.Infrastructure;
using Xunit;

namespace SpPlus.Tests.Experiences;

/// <summary>A silo whose journal loses an answer, or refuses, when it is told to.</summary>
public sealed class FaultySilo : IAsyncLifetime
{
    public SiloUnderTest Silo { get; private set; } = null!;

    public Caller Moderator { get; private set; } = null!;

    public Caller Agent { get; private set; } = null!;

    internal FaultyJournal Journal => (FaultyJournal)Silo.Services.GetRequiredService<IJournal>();

    public async Task InitializeAsync()
    {
        Silo = await SiloUnderTest.Start(configure: builder =>
            builder.Services.AddSingleton<IJournal>(services => new FaultyJournal(services.GetRequiredService<PostgresJournal>())));
        Moderator = await Silo.Account(Profile.Moderator, "ditp");
        Agent = await Silo.Account(Profile.Agent, "caf-gironde");
    }

    public async Task DisposeAsync() => await Silo.DisposeAsync();
}

internal sealed class FaultyJournal(IJournal inner) : IJournal
{
    private int lose;
    private int refuse;

    public void LoseNextAnswer() => lose = 1;

    public void RefuseNext() => refuse = 1;

    public async Task<AppendOutcome> Append(Append append)
    {
        if (Interlocked.Exchange(ref refuse, 0) == 1) return AppendOutcome.Unavailable;
        var lost = Interlocked.Exchange(ref lose, 0) == 1;
        var outcome = await inner.Append(append);
        return lost ? throw new AppendOutcomeUnknownException("The answer is lost.", new TimeoutException()) : outcome;
    }

    public Task<IReadOnlyList<Recorded>> Read(ExperienceId experience, int afterSequence) => inner.Read(experience, afterSequence);
}
