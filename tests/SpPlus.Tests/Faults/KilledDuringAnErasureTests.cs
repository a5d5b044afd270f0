using Npgsql;
using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;
using SpPlus.Tests.Experiences;
using SpPlus.Tests.Experiences.Decisions;
using SpPlus.Tests.Infrastructure;
using SpPlus.Tests.Privacy.Erasure;
using Xunit;
using Xunit.Abstractions;

namespace SpPlus.Tests.Faults;

/// <summary>Both silos are killed between two steps of an erasure: the ones that come after them leave nothing, and say so once.</summary>
[Collection(RunsAlone.Name)]
public sealed class KilledDuringAnErasureTests(ITestOutputHelper output)
{
    private static readonly Caller Moderator = Caller.Agent("moderator-ditp");
    private readonly string secret = "zyxkilled" + Guid.NewGuid().ToString("n")[..8];

    /// <param name="held">What the next step has to write to.</param>
    [Theory]
    [InlineData("the address is destroyed, the text as sent is not", "orleans.grain_state where state = 'sent-text' and ext = @id")]
    [InlineData("the text as sent is destroyed, the history is not", "journal.facts where experience = @id")]
    [InlineData("all is destroyed, and the queue does not know", "privacy.erasures where experience = @id")]
    public async Task What_one_left_half_erased_the_next_erases_once(string between, string held)
    {
        var isLast = held.StartsWith("privacy", StringComparison.Ordinal);
        await using var cluster = await TwoSilos.Start([(Profile.Moderator, "ditp")]);
        var id = ExperienceId.From(secret);
        await cluster.Accepted(id, New.Submission() with { Story = $"Un récit assez long pour être pris, avec un secret : {secret}.", Email = $"{secret}@exemple.fr" }, Caller.Anonymous);
        await cluster.Accepted(id, New.Publication("caf-gironde"), Moderator);
        await cluster.Accepted(id, new CommentOnExperience { OperationId = Guid.NewGuid(), Text = $"Entre nous : {secret}." }, Moderator);

        // Projections stop below a transaction that writes: rows are held only once the erasure's fact is on its way into the queue.
        await using (var queue = await Held.Table(cluster.Database, "privacy.erasures"))
        {
            await cluster.Accepted(id, new EraseExperience { OperationId = Guid.NewGuid() }, Caller.Author(An.Token));
            await queue.Waited();
            await using var step = await Held.Rows(cluster.Database, isLast ? "journal.facts where experience = @id" : held, id);
            await queue.Released();
            await step.Waited();
            await using var last = isLast ? await Held.Rows(cluster.Database, held, id) : null;
            if (last is not null)
            {
                await step.Released();
                await last.Waited();
            }

            cluster.Kill(0);
            cluster.Kill(1);
            await (last ?? step).Forgotten();
        }

        var places = new EveryPlace(cluster.Database);
        output.WriteLine($"{between}: {string.Join(", ", await places.Holding(secret))}");
        Assert.Equal((0, held.StartsWith("orleans", StringComparison.Ordinal) ? 1 : 0), (await Sealed(cluster, "vault"), await Sealed(cluster, "sent-text")));
        Assert.Equal(isLast ? 1 : 0, await Traces(cluster));
        Assert.Equal(1, await cluster.Database.Scalar<long>("select count(*) from privacy.erasures"));

        await Task.WhenAll(cluster.Restart(0), cluster.Restart(1));
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (await cluster.Database.Scalar<long>("select count(*) from privacy.erasures, pg_sleep(0.1)") > 0) limit.Token.ThrowIfCancellationRequested();
        while ((await places.Holding(secret)).Count > 0) limit.Token.ThrowIfCancellationRequested();

        Assert.Equal(1, await Traces(cluster));
        Assert.Equal((0, 0), (await Sealed(cluster, "vault"), await Sealed(cluster, "sent-text")));
        Assert.Equal(0, await cluster.Database.Scalar<long>("select count(*) from mail.queue"));
        Assert.NotNull((await TwoSilos.Patiently(() => cluster.Experience(id).Track(Caller.Author(An.Token))))!.ErasedAt);
    }

    private static Task<int> Sealed(TwoSilos cluster, string what) =>
        cluster.Database.Scalar<int>($"select count(*)::int from orleans.grain_state where state = '{what}' and payload is not null");

    private static Task<long> Traces(TwoSilos cluster) => cluster.Database.Scalar<long>("select count(*) from journal.facts where kind = 'words-erased'");

    /// <summary>Rows that nobody writes to until they are released.</summary>
    private sealed class Held(NpgsqlDataSource database, NpgsqlConnection connection, NpgsqlTransaction transaction) : IAsyncDisposable
    {
        private string Waiting => $"from pg_stat_activity where {connection.ProcessID} = any(pg_blocking_pids(pid))";

        /// <summary>The whole table; nothing is written to hold it.</summary>
        public static async Task<Held> Table(NpgsqlDataSource database, string table)
        {
            var connection = await database.OpenConnectionAsync();
            var transaction = await connection.BeginTransactionAsync();
            await using var command = new NpgsqlCommand($"lock table {table} in share mode", connection, transaction);
            await command.ExecuteNonQueryAsync();
            return new(database, connection, transaction);
        }

        public static async Task<Held> Rows(NpgsqlDataSource database, string rows, ExperienceId id)
        {
            var connection = await database.OpenConnectionAsync();
            var transaction = await connection.BeginTransactionAsync();
            await using var command = new NpgsqlCommand($"select count(*) from (select from {rows} for update) held", connection, transaction);
            command.Parameters.AddWithValue("id", id.Value);
            Assert.NotEqual(0L, await command.ExecuteScalarAsync());
            return new(database, connection, transaction);
        }

        /// <summary>Until somebody wants to write to them.</summary>
        public async Task Waited()
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
            while (!await database.Scalar<bool>($"select exists (select {Waiting}) from pg_sleep(0.05)")) limit.Token.ThrowIfCancellationRequested();
        }

        /// <summary>What the dead were about to write is never written.</summary>
        public Task Forgotten() => database.Execute($"select pg_terminate_backend(pid) {Waiting}");

        public Task Released() => transaction.RollbackAsync();

        public async ValueTask DisposeAsync()
        {
            await transaction.DisposeAsync();
            await connection.DisposeAsync();
        }
    }
}
