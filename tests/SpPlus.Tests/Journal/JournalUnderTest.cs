using System.Collections.Immutable;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Npgsql;
using SpPlus.Contracts.Experiences;
using SpPlus.Silo.Experiences;
using SpPlus.Silo.Experiences.Facts;
using SpPlus.Silo.Journal;
using SpPlus.Tests.Infrastructure;

namespace SpPlus.Tests.Journal;

/// <summary>A journal without a silo. What is appended before <see cref="Start"/> is flushed as one group.</summary>
internal sealed class JournalUnderTest : IAsyncDisposable
{
    private readonly PostgresJournal journal;
    private bool started;

    public JournalUnderTest(NpgsqlDataSource database, JournalOptions? options = null)
    {
        Database = database;
        var wrapped = Options.Create(options ?? new());
        journal = new(new FactTable(database, wrapped), wrapped, new JournalSignal(), NullLogger<PostgresJournal>.Instance);
    }

    public NpgsqlDataSource Database { get; }

    public bool KeepsDatabase { get; init; }

    public static async Task<JournalUnderTest> New(JournalOptions? options = null, PostgresServer? server = null) =>
        new(await MigratedDatabase.New(server), options);

    public static Append Comments(ExperienceId experience, int after, params string[] texts) => new()
    {
        Stream = experience,
        AfterSequence = after,
        OperationId = Guid.NewGuid(),
        Actor = Actor.Author,
        HappenedAt = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero),
        Facts = [.. texts.Select(text => new CommentAdded { Text = text })],
    };

    public static ExperienceId NewExperience() => ExperienceId.From(Guid.NewGuid().ToString());

    public Task<AppendOutcome> Append(Append append) => journal.Append(append);

    public async Task<ImmutableArray<Recorded>> Read(ExperienceId experience) => [.. await journal.Read(experience, 0)];

    public async Task<JournalUnderTest> Start()
    {
        await journal.StartAsync(CancellationToken.None);
        started = true;
        return this;
    }

    public async Task Stop()
    {
        if (started) await journal.StopAsync(CancellationToken.None);
        started = false;
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        journal.Dispose();
        if (!KeepsDatabase) await Database.DisposeAsync();
    }
}
