using DbUp;
using DbUp.Engine.Output;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using SpPlus.Silo.Database;
using SpPlus.Tests.Experiences;
using SpPlus.Tests.Infrastructure;
using Xunit;

namespace SpPlus.Tests.Projections;

public sealed class ReadModelMigrationTests
{
    [Fact]
    public async Task A_database_that_has_a_read_model_of_the_earlier_shape_gets_the_new_one_from_its_journal()
    {
        await using var database = NpgsqlDataSource.Create(await (await PostgresServer.Running()).NewDatabase());
        Migrate(database, upTo: "0009_");
        await using (var journal = await new Journal.JournalUnderTest(database) { KeepsDatabase = true }.Start())
        {
            var workload = new Workload(12);
            for (var i = 0; i < 100; i++) await journal.Append(workload.Next());
        }

        // What the earlier projection had made of it.
        await database.Execute(
            """
            insert into read.experiences (id, status, contact_date, feeling, services, submitted_at, answer_status)
            select distinct experience, 2, date '2026-01-01', 1, '{}'::text[], now(), 1 from journal.facts;
            insert into read.standings (experience, structure, ordinal, status, concerned_since, open)
            select id, 'cnaf', 1, 1, now(), true from read.experiences;
            insert into journal.checkpoints (projection, transaction, position)
            select p, max(transaction::text::bigint)::text::xid8, max(position) from journal.facts, unnest(array['read-model', 'mail']) p group by p
            """);

        await new DatabaseMigrator(database, NullLogger<DatabaseMigrator>.Instance).Migrate(CancellationToken.None);
        await new ProjectionsUnderTest(database).Everything();

        var carried = await ProjectionsUnderTest.Rows(database);
        Assert.Equal(0L, await database.Scalar<long>("select count(*) from mail.queue"));
        await database.Execute("truncate read.standing_counts, read.responses, read.standings, read.experiences; delete from journal.checkpoints where projection = 'read-model'");
        await new ProjectionsUnderTest(database).Everything();
        Assert.Equal(await ProjectionsUnderTest.Rows(database), carried);
        Assert.NotEqual(0L, await database.Scalar<long>("select count(*) from read.standings where structure <> 'cnaf'"));
    }

    private static void Migrate(NpgsqlDataSource database, string upTo)
    {
        var result = DeployChanges.To
            .PostgresqlDatabase(new DbUp.Postgresql.PostgresqlConnectionManager(database))
            .WithScriptsEmbeddedInAssembly(
                typeof(DatabaseMigrator).Assembly,
                name => name.Split(".Migrations.") is [_, var script] && string.CompareOrdinal(script[..5], upTo) <= 0)
            .WithTransactionPerScript()
            .WithVariablesDisabled()
            .LogTo(new NoOpUpgradeLog())
            .Build()
            .PerformUpgrade();
        Assert.True(result.Successful, result.Error?.ToString());
    }
}
