using System.Text;
using Npgsql;
using SpPlus.Standalone.Contract;
using SpPlus.Tests.Privacy.Erasure;
using StackExchange.Redis;

namespace SpPlus.EndToEnd.Infrastructure;

/// <summary>Everything that the platform keeps: every table, Redis, blobs, logs.</summary>
internal sealed class EverythingKept(StackConnections stack, string data)
{
    /// <summary>Stands for the author's own mailbox: it is no part of the platform.</summary>
    private const string MailServer = "mail.log";

    public int Searched { get; private set; }

    /// <summary>The places that hold one of the texts.</summary>
    public async Task<List<string>> Holding(params string[] texts)
    {
        Searched = 0;
        await using var database = NpgsqlDataSource.Create(stack.Database);
        var tables = new EveryPlace(database);
        var holding = await tables.Holding(texts);
        Searched += tables.Searched;
        await using var redis = await ConnectionMultiplexer.ConnectAsync(stack.Redis);
        await foreach (var key in redis.GetServers()[0].KeysAsync())
        {
            Searched++;
            if (Has($"{key} {await Value(redis.GetDatabase(), key)}", texts)) holding.Add($"redis {key}");
        }

        foreach (var file in Files())
        {
            Searched++;
            if (Has(await ReadAsync(file), texts)) holding.Add(file);
        }

        return holding;
    }

    private IEnumerable<string> Files() => ((string[])["blobs", "logs"]).Select(f => Path.Combine(data, f)).Where(Directory.Exists)
        .SelectMany(f => Directory.EnumerateFiles(f, "*", SearchOption.AllDirectories)).Where(f => Path.GetFileName(f) != MailServer);

    private static bool Has(string content, string[] texts) => texts.Any(t => content.Contains(t, StringComparison.OrdinalIgnoreCase));

    private static async Task<string> ReadAsync(string file)
    {
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(stream, Encoding.Latin1);
        return await reader.ReadToEndAsync();
    }

    private static async Task<string> Value(IDatabase database, RedisKey key) => await database.KeyTypeAsync(key) switch
    {
        RedisType.String => (await database.StringGetAsync(key)).ToString(),
        RedisType.Hash => string.Join(' ', await database.HashGetAllAsync(key)),
        RedisType.List => string.Join(' ', await database.ListRangeAsync(key)),
        RedisType.Set => string.Join(' ', await database.SetMembersAsync(key)),
        RedisType.SortedSet => string.Join(' ', await database.SortedSetRangeByRankAsync(key)),
        _ => "",
    };
}
