using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
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

    private TaskCompletionSource? hold;
    private Guid poison;

    /// <summary>How many commands each append carried, oldest first.</summary>
    public ConcurrentQueue<int> Appends { get; } = [];

    public void RefuseNext() => refuse = 1;

    /// <summary>Appends reach PostgreSQL when what is returned is completed.</summary>
    public TaskCompletionSource Hold()
    {
        Appends.Clear();
        return hold = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    /// <summary>PostgreSQL refuses this operation's rows, and whatever comes in one statement with them.</summary>
    public void Poison(Guid operation) => poison = operation;

    public async Task<AppendOutcome> Append(params ImmutableArray<Append> appends)
    {
        Appends.Enqueue(appends.Length);
        if (hold is { } held) await held.Task;
        if (appends.Any(append => append.OperationId == poison)) throw new PostgresException("refused", "ERROR", "ERROR", PostgresErrorCodes.DataException);
        if (Interlocked.Exchange(ref refuse, 0) == 1) return AppendOutcome.Unavailable;
        var lost = Interlocked.Exchange(ref lose, 0) == 1;
        var outcome = await inner.Append(appends);
        return lost ? throw new AppendOutcomeUnknownException("The answer is lost.", new TimeoutException()) : outcome;
    }

    public Task<IReadOnlyList<Recorded>> Read(StreamKey stream, int afterSequence) => inner.Read(stream, afterSequence);

    public Task<IReadOnlyList<Recorded>> ReadWithoutComments(ExperienceId experience) => inner.ReadWithoutComments(experience);

    public Task<IReadOnlyList<Recorded>> ReadComments(ExperienceId experience, int beforeSequence, int limit) =>
        inner.ReadComments(experience, beforeSequence, limit);
}
