using SpPlus.Standalone.Commands;
using SpPlus.Standalone.Processes;
using Xunit;

namespace SpPlus.Tests.Stack;

public sealed class RunRequestTests
{
    [Fact]
    public void Options_are_read_in_any_order()
    {
        var asked = RunRequest.Parse(["--fresh", "--silos", "3", "--redis-server", "--no-seed-demo", "--check"]);

        Assert.True(asked.Check);
        Assert.Equal((true, 3, "redis-server", false), (asked.Stack.Fresh, asked.Stack.Silos, asked.Stack.RedisServer, asked.Stack.SeedDemo));
    }

    [Fact]
    public void An_import_may_follow_a_redis_server_without_a_name()
    {
        var asked = RunRequest.Parse(["--redis-server", "import", "export.json"]);

        Assert.Equal("redis-server", asked.Stack.RedisServer);
        Assert.Equal(Path.GetFullPath("export.json"), asked.Import?.File);
    }

    [Fact]
    public void An_import_hands_its_own_options_on()
    {
        var import = RunRequest.Parse(["import", "export.json", "--dry-run", "--report", "report.json", "--fresh"]).Import;

        Assert.Equal(["import", Path.GetFullPath("export.json"), "--report", Path.GetFullPath("report.json"), "--dry-run"], import!.Arguments);
    }

    [Fact]
    public void The_mails_commands_options_are_its_own() =>
        Assert.Equal(["mails", "resend", "--from", "2026-03-02", "--yes"], RunRequest.Parse(["--fresh", "mails", "resend", "--from", "2026-03-02", "--yes"]).Report!);

    [Fact]
    public void A_report_may_count_only()
    {
        Assert.Equal(["retention"], RunRequest.Parse(["retention"]).Report!);
        Assert.Equal(["retention", "--dry-run"], RunRequest.Parse(["retention", "--dry-run"]).Report!);
        Assert.Equal(["keys"], RunRequest.Parse(["keys"]).Report!);
    }

    [Fact]
    public void A_restore_replaces_only_when_it_is_said()
    {
        Assert.Equal(new BackupRequest(Path.GetFullPath("spplus.dump")), RunRequest.Parse(["backup", "spplus.dump"]).Backup);
        Assert.Equal(new RestoreRequest(Path.GetFullPath("spplus.dump")), RunRequest.Parse(["restore", "spplus.dump"]).Restore);
        Assert.True(RunRequest.Parse(["restore", "spplus.dump", "--replace"]).Restore!.Replace);
    }

    [Theory]
    [InlineData("--replace")]
    [InlineData("backup")]
    [InlineData("restore")]
    [InlineData("--report", "report.json")]
    [InlineData("--dry-run")]
    [InlineData("--silos", "0")]
    [InlineData("--silos", "many")]
    [InlineData("--silos")]
    [InlineData("--data")]
    [InlineData("--dashbord")]
    [InlineData("import")]
    public void What_cannot_be_understood_is_refused_in_a_sentence(params string[] arguments) =>
        Assert.EndsWith(".", Assert.Throws<StartException>(() => RunRequest.Parse(arguments)).Message, StringComparison.Ordinal);
}
