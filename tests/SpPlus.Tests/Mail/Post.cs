using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using SpPlus.Contracts.Experiences;
using SpPlus.Silo.Database;
using SpPlus.Silo.Experiences;
using SpPlus.Silo.Experiences.Facts;
using SpPlus.Silo.Journal;
using SpPlus.Silo.Mail;
using SpPlus.Silo.Mail.Letters;
using SpPlus.Silo.Mail.News;
using SpPlus.Silo.Privacy;
using SpPlus.Silo.Projections;
using SpPlus.Silo.Reference;
using SpPlus.Tests.Infrastructure;

namespace SpPlus.Tests.Mail;

/// <summary>The sender as the silo registers it, on a real queue; journal and vault are the test's own.</summary>
internal sealed class Post : IAsyncDisposable
{
    public const string Domain = "exemple.fr";

    private readonly IHost host;
    private readonly Known known;
    private readonly Lines lines;

    private Post(IHost host, Known known, Lines lines) => (this.host, this.known, this.lines) = (host, known, lines);

    public NpgsqlDataSource Database => host.Services.GetRequiredService<NpgsqlDataSource>();

    /// <summary>Everything that was logged, exceptions included.</summary>
    public string Log => string.Join('\n', lines.Written);

    public static async Task<Post> Open(int port, params (string Key, string Value)[] settings)
    {
        var connectionString = await (await PostgresServer.Running()).NewDatabase();
        return await Open(port, connectionString, new(), settings);
    }

    /// <summary>A second silo's sender on the same queue.</summary>
    public Task<Post> Another(int port, params (string Key, string Value)[] settings) =>
        Open(port, Database.ConnectionString, known, settings);

    /// <summary>Runs when an address is opened: after a claim, before the server hears of the mail.</summary>
    public Func<Task>? OnOpening { set => known.OnOpening = value; }

    /// <summary>Of this sender and of others on the same queue; PostgreSQL has its own.</summary>
    public SteppedClock Clock => known.Clock;

    public T Service<T>() where T : notnull => host.Services.GetRequiredService<T>();

    public Task<bool> SendDue() => host.Services.GetRequiredService<MailSender>().SendDue(CancellationToken.None);

    public async Task SendAll()
    {
        while (await SendDue()) { }
    }

    /// <summary>An experience whose author, unless said otherwise, gave an address; its mail of the given step is due.</summary>
    public async Task<MailKey> Queue(string name, string step = MailStep.Received, bool withAddress = true, string token = "jeton", string domain = Domain, params Fact[] facts)
    {
        var id = ExperienceId.From(name);
        var key = new MailKey { Experience = id, Step = step };
        known.Histories[id] = Told.History(id, [Told.Submitted, .. facts]);
        if (withAddress) known.Authors[id] = new() { Address = $"{name}@{domain}", TrackingToken = token };
        await Run("insert into mail.queue (experience, step, due_at) values ($1, $2, clock_timestamp())", key.About, step);
        return key;
    }

    /// <summary>As many experiences, each with a response to an incident, all due.</summary>
    public async Task QueueIncident(int count, string domain = Domain)
    {
        var (ids, history) = (new List<string>(), Told.History(ExperienceId.From("incident"), Told.Submitted, Told.Published));
        for (var i = 0; i < count; i++)
        {
            var id = ExperienceId.From($"incident {i}");
            ids.Add(id.Value);
            known.Histories[id] = history;
            known.Authors[id] = new() { Address = $"incident{i}@{domain}", TrackingToken = "jeton" };
        }

        await Run("insert into mail.queue (experience, step, structure, due_at) select id, 'response-published', 'hors-structures', clock_timestamp() from unnest($1) id", [ids.ToArray()]);
    }

    public async Task<long> Number(MailKey key) =>
        await Database.Scalar<long>($"select number from mail.queue where experience = '{key.About}' and step = '{key.Step}'");

    public async Task<Row> Row(MailKey key)
    {
        await using var command = Database.CreateCommand(
            "select state, attempts, outcome, due_at - changed_at from mail.queue where experience = $1 and step = $2");
        command.Parameters.Add(new() { Value = key.About });
        command.Parameters.Add(new() { Value = key.Step });
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return new(reader.GetString(0), reader.GetInt32(1), reader.IsDBNull(2) ? null : reader.GetString(2), reader.GetTimeSpan(3));
    }

    /// <summary>Every column of every row, as a person who reads the table sees it.</summary>
    public async Task<string> Table()
    {
        await using var command = Database.CreateCommand("select string_agg(q::text, '|') from mail.queue q");
        return (string)(await command.ExecuteScalarAsync())!;
    }

    public async Task Run(string sql, params object[] values)
    {
        await using var command = Database.CreateCommand(sql);
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync();
    }

    public ValueTask DisposeAsync()
    {
        host.Dispose();
        return ValueTask.CompletedTask;
    }

    private static async Task<Post> Open(int port, string connectionString, Known known, (string Key, string Value)[] settings)
    {
        var lines = new Lines();
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Configuration.AddInMemoryCollection(
        [
            new("Mail:Host", "127.0.0.1"), new("Mail:Port", port.ToString(CultureInfo.InvariantCulture)),
            // One mail after another, as fast as they go: tests that are about something else see an order.
            new("Mail:Connections", "1"), new("Mail:PacePerDomain", "0"),
            new("Mail:From", "Plateforme <ne-pas-repondre@spplus.exemple>"), new("Web:PublicAddress", "https://spplus.exemple"),
        ]);
        builder.Configuration.AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value)));
        builder.Logging.AddProvider(lines).SetMinimumLevel(LogLevel.Trace);
        builder.Services.AddSingleton<TimeProvider>(known.Clock);
        builder.Services.AddNpgsqlDataSource(connectionString);
        builder.Services.AddSingleton<IJournal>(known);
        builder.Services.AddSingleton<IAuthorVault>(known);
        builder.Services.AddSingleton<INewsWriter>(known);
        builder.Services.AddSingleton<ReferenceLibrary>();
        builder.Services.AddSingleton<QueueSignal<MailProjection>>();
        builder.AddMail();
        var host = builder.Build();
        host.Services.GetRequiredService<ReferenceLibrary>().Replace(ShippedBook.Data);
        var database = host.Services.GetRequiredService<NpgsqlDataSource>();
        await new DatabaseMigrator(database, NullLogger<DatabaseMigrator>.Instance).Migrate(CancellationToken.None);
        return new(host, known, lines);
    }

    private sealed class Known : IJournal, IAuthorVault, INewsWriter
    {
        public ConcurrentDictionary<StreamKey, IReadOnlyList<Recorded>> Histories { get; } = [];

        public ConcurrentDictionary<ExperienceId, VaultContent> Authors { get; } = [];

        public Func<Task>? OnOpening { get; set; }

        public SteppedClock Clock { get; } = new();

        public Task<AppendOutcome> Append(params ImmutableArray<Append> appends) => throw new NotSupportedException();

        public Task<IReadOnlyList<Recorded>> Read(StreamKey stream, int afterSequence) => Task.FromResult(Histories[stream]);

        public Task<IReadOnlyList<Recorded>> ReadWithoutComments(ExperienceId experience) => throw new NotSupportedException();

        public Task<IReadOnlyList<Recorded>> ReadComments(ExperienceId experience, int beforeSequence, int limit) => throw new NotSupportedException();

        public Task<(Letter Letter, string Address)?> Write(MailKey key) => throw new NotSupportedException();

        /// <summary>A token of "illisible" makes a vault that fails, and says too much.</summary>
        public async Task<VaultContent?> Open(ExperienceId experience)
        {
            if (OnOpening is { } opening) await opening();
            return Authors.GetValueOrDefault(experience) is { TrackingToken: "illisible" } author
                ? throw new InvalidOperationException(author.Address)
                : Authors.GetValueOrDefault(experience);
        }
    }

    private sealed class Lines : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Written { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Written.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}

internal sealed record Row(string State, int Attempts, string? Outcome, TimeSpan Wait);
