using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using Npgsql;
using NpgsqlTypes;
using SpPlus.Contracts.Experiences;
using SpPlus.Silo.Experiences;
using SpPlus.Silo.Experiences.Facts;
using SpPlus.Silo.Journal;
using SpPlus.Tests.Infrastructure;
using Xunit;

namespace SpPlus.Tests.Compatibility;

/// <summary>
/// Rows as the first version wrote them, one file a kind. They are never changed: a shape once written is read for ever. A kind
/// that is added brings its file.
/// </summary>
public sealed class StoredShapesTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Compatibility", "v1");

    [Fact]
    public void Every_kind_of_fact_has_a_row_of_its_first_shape() =>
        Assert.All(FactKinds.Stored, kind => Assert.True(File.Exists(Path.Combine(Folder, kind + ".json")), kind));

    [Fact]
    public async Task Rows_of_the_first_version_are_read_from_PostgreSQL_with_all_that_they_say()
    {
        await using var database = await MigratedDatabase.New();
        var rows = Rows().ToList();
        foreach (var row in rows) await Insert(database, row);
        var table = new FactTable(database, Options.Create(new JournalOptions()));

        foreach (var row in rows)
        {
            var id = StreamKey.Parse((string)row["experience"]!);
            var read = (await table.Read(id, 0)).Single(r => r.Sequence == (int)row["sequence"]!);
            Assert.Equal((string)row["kind"]!, FactKinds.NameOf(read.Fact));
            AssertKept(row["body"]!, JsonNode.Parse(FactKinds.Write(read.Fact))!, (string)row["kind"]!);
            Assert.Equal((string?)row["actor_name"], read.Actor.Name);
            Assert.Equal((string?)row["actor_structure"], read.Actor.Structure?.Value);
            Assert.Equal(DateTimeOffset.Parse((string)row["happened_at"]!, null), read.HappenedAt);
        }
    }

    [Fact]
    public void A_snapshot_of_the_first_version_is_read_with_all_that_it_says_or_set_aside_as_a_whole()
    {
        var text = File.ReadAllText(Path.Combine(Folder, "snapshot.json"));
        var snapshot = new StoredStateSerializer().Deserialize<ExperienceSnapshot>(BinaryData.FromString(text));
        if (snapshot.Usable is { } usable)
        {
            AssertKept(JsonNode.Parse(text)!, JsonNode.Parse(new StoredStateSerializer().Serialize(snapshot))!, "snapshot");
            Assert.Equal(ExperienceStatus.Unpublished, usable.Status);
        }
        else
        {
            Assert.NotEqual(1, ExperienceSnapshot.CurrentFormat);
        }
    }

    /// <summary>Everything that was stored is still there; what was added since may be there too.</summary>
    private static void AssertKept(JsonNode stored, JsonNode now, string path)
    {
        switch (stored)
        {
            case JsonObject members:
                foreach (var (name, value) in members)
                {
                    Assert.True(now.AsObject().TryGetPropertyValue(name, out var kept), $"{path}.{name} is not read any more");
                    AssertKept(value!, kept!, $"{path}.{name}");
                }

                break;
            case JsonArray items:
                Assert.Equal(items.Count, now.AsArray().Count);
                for (var i = 0; i < items.Count; i++) AssertKept(items[i]!, now[i]!, $"{path}[{i}]");
                break;
            default:
                Assert.True(JsonNode.DeepEquals(stored, now), $"{path} was {stored} and is read as {now}");
                break;
        }
    }

    private static IEnumerable<JsonObject> Rows() =>
        Directory.GetFiles(Folder, "*.json").Where(f => Path.GetFileName(f) != "snapshot.json").Order().Select(f => JsonNode.Parse(File.ReadAllText(f))!.AsObject());

    private static async Task Insert(NpgsqlDataSource database, JsonObject row)
    {
        const string Columns = "experience, sequence, operation_id, kind, actor, actor_subject, actor_name, actor_structure, happened_at, recorded_at, body";
        await using var command = database.CreateCommand(
            $"insert into journal.facts ({Columns}) select {Columns} from json_populate_record(null::journal.facts, $1)");
        command.Parameters.Add(new() { Value = row.ToJsonString(), NpgsqlDbType = NpgsqlDbType.Json });
        await command.ExecuteNonQueryAsync();
    }
}
