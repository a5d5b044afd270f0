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

/// <summary>A fault names the stream that it befalls: what the silo does by itself meanwhile, for others, does not take it.</summary>
internal sealed class FaultyJournal(IJournal inner) : IJournal
{
    private readonly ConcurrentDictionary<StreamKey, bool> lost = [];
    private readonly ConcurrentDictionary<StreamKey, bool> refused = [];
    private TaskCompletionSource? hold;
    private Guid poison;

    /// <summary>How many commands each append carried, oldest first.</summary>
    public ConcurrentQueue<int> Appends { get; } = [];

    /// <summary>The next append to this stream is recorded, and whoever asked for it never hears.</summary>
    public void LoseNextAnswer(StreamKey stream) => lost[stream] = true;

    public void RefuseNext(StreamKey stream) => refused[stream] = true;

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
        if (Befalls(refused, appends)) return AppendOutcome.Unavailable;
        var isLost = Befalls(lost, appends);
        var outcome = await inner.Append(appends);
        return isLost ? throw new AppendOutcomeUnknownException("The answer is lost.", new TimeoutException()) : outcome;
    }

    public Task<IReadOnlyList<Recorded>> Read(StreamKey stream, int afterSequence) => inner.Read(stream, afterSequence);

    public Task<IReadOnlyList<Recorded>> ReadWithoutComments(ExperienceId experience) => inner.ReadWithoutComments(experience);

    public Task<IReadOnlyList<Recorded>> ReadComments(ExperienceId experience, int beforeSequence, int limit) =>
        inner.ReadComments(experience, beforeSequence, limit);

    private static bool Befalls(ConcurrentDictionary<StreamKey, bool> fault, ImmutableArray<Append> appends) =>
        appends.Any(append => fault.TryRemove(append.Stream, out _));
}
