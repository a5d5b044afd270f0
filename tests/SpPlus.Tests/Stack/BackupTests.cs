using Npgsql;
using SpPlus.Standalone.Commands;
using SpPlus.Standalone.Parts;
using SpPlus.Standalone.Processes;
using SpPlus.Tests.Infrastructure;
using Xunit;

namespace SpPlus.Tests.Stack;

public sealed class BackupTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("spplus-backup-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_backup_that_fails_leaves_nothing_and_one_that_ends_is_its_owner_s_alone()
    {
        var file = Path.Combine(folder, "spplus.dump");
        var server = await PostgresServer.Running();
        await Assert.ThrowsAsync<StartException>(() => BackupCommand.WriteAsync(server.ConnectionString("nowhere"), file, CancellationToken.None));
        Assert.Empty(Directory.GetFiles(folder));

        await using var database = await MigratedDatabase.New();
        await BackupCommand.WriteAsync(database.ConnectionString, file, CancellationToken.None);
        Assert.Equal(file, Assert.Single(Directory.GetFiles(folder)));
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }

    [Fact]
    public async Task What_is_served_stays_until_a_whole_backup_takes_its_name()
    {
        using var server = await PostgresServer.OfItsOwn();
        await using var administration = NpgsqlDataSource.Create(server.ConnectionString("postgres"));
        await administration.Execute("create database spplus");
        var served = server.ConnectionString("spplus") + ";Pooling=false";
        await using var database = NpgsqlDataSource.Create(served);
        var restoring = new RestoringDatabase(served, TimeProvider.System);
        Assert.False(await restoring.IsServedInUseAsync(CancellationToken.None));
        await database.Execute("create schema journal; create table journal.word as select 'old' as word, repeat('x', 10) as filler from generate_series(1, 20000)");
        Assert.True(await restoring.IsServedInUseAsync(CancellationToken.None));
        var (whole, cut) = (Path.Combine(folder, "whole.dump"), Path.Combine(folder, "cut.dump"));
        await BackupCommand.WriteAsync(served, whole, CancellationToken.None);
        var bytes = await File.ReadAllBytesAsync(whole);
        await File.WriteAllBytesAsync(cut, bytes[..(bytes.Length / 2)]);
        await database.Execute("update journal.word set word = 'new'");

        await restoring.CreateAsync(CancellationToken.None);
        await Assert.ThrowsAsync<StartException>(() => PostgreSqlTools.RestoreAsync(restoring.ConnectionString, cut, CancellationToken.None));
        Assert.Equal("new", await database.Scalar<string>("select max(word) from journal.word"));

        await restoring.CreateAsync(CancellationToken.None);
        await PostgreSqlTools.RestoreAsync(restoring.ConnectionString, whole, CancellationToken.None);
        var replaced = await restoring.SwapAsync(CancellationToken.None);
        Assert.Equal("old", await database.Scalar<string>("select max(word) from journal.word"));
        await using var kept = NpgsqlDataSource.Create(server.ConnectionString(replaced));
        Assert.Equal("new", await kept.Scalar<string>("select max(word) from journal.word"));
    }
}
