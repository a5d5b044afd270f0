using System.Globalization;
using SpPlus.Standalone.Processes;
using SpPlus.Standalone.Stacks;

namespace SpPlus.Standalone.Commands;

/// <summary>What the person asked for.</summary>
internal sealed record RunRequest
{
    public const string Usage = """
        ./run.sh [options]          start everything, until Ctrl+C
        ./run.sh import FILE        read an open-data export into the journal
              [--dry-run]           say what would be done, and write nothing
              [--report FILE]       write there what was repaired or skipped, and why
        ./run.sh retention          what was destroyed because its time was over
              [--dry-run]           what is due now; destroys nothing
        ./run.sh keys               which master key wraps how much
        ./run.sh backup FILE        the database into FILE, while the stack runs or not
        ./run.sh restore FILE       a backup back into a stack that is stopped; what it might send twice is held
              [--replace]           in place of the data there are, which are kept under another name
        ./run.sh [options] mails …  mails by state, held ones to decide about: ./run.sh mails help

          --check                   do the main job once over HTTP, stop, and say what failed
          --data DIR                keep everything in DIR (default: .data)
          --fresh                   forget what was kept and start anew
          --silos N                 number of silos (default: 1)
          --seed-demo, --no-seed-demo   demonstration experiences (default: where nothing was ever written)
          --redis-server [PROGRAM]  a redis-server instead of the one built in
          --no-dashboard            without the Aspire dashboard
        """;

    public StackOptions Stack { get; private init; } = new();

    public bool Help { get; private init; }

    public bool Check { get; private init; }

    public ImportRequest? Import { get; private init; }

    public BackupRequest? Backup { get; private init; }

    public RestoreRequest? Restore { get; private init; }

    /// <summary>A command of the silo's that reports, with its arguments.</summary>
    public string[]? Report { get; private init; }

    public static RunRequest Parse(IReadOnlyList<string> arguments)
    {
        var asked = new RunRequest();
        for (var index = 0; index < arguments.Count; index++)
        {
            string Value() => ++index < arguments.Count ? arguments[index] : throw Refuse($"{arguments[^1]} needs a value.");
            var stack = asked.Stack;
            asked = arguments[index] switch
            {
                "--help" or "-h" => asked with { Help = true },
                "--check" => asked with { Check = true },
                "--fresh" => asked with { Stack = stack with { Fresh = true } },
                "--seed-demo" => asked with { Stack = stack with { SeedDemo = true } },
                "--no-seed-demo" => asked with { Stack = stack with { SeedDemo = false } },
                "--no-dashboard" => asked with { Stack = stack with { Dashboard = false } },
                "--data" => asked with { Stack = stack with { Data = Path.GetFullPath(Value()) } },
                "--silos" => asked with { Stack = stack with { Silos = Count(Value()) } },
                "--redis-server" when NextIsValue(arguments, index) => asked with { Stack = stack with { RedisServer = Value() } },
                "--redis-server" => asked with { Stack = stack with { RedisServer = "redis-server" } },
                "import" => asked with { Import = new(Path.GetFullPath(Value())) },
                "--report" when asked.Import is { } import => asked with { Import = import with { Report = Path.GetFullPath(Value()) } },
                "backup" => asked with { Backup = new(Path.GetFullPath(Value())) },
                "restore" => asked with { Restore = new(Path.GetFullPath(Value())) },
                "--replace" when asked.Restore is { } restore => asked with { Restore = restore with { Replace = true } },
                "retention" or "keys" => asked with { Report = [arguments[index]] },
                // The rest is the command's own.
                "mails" => asked with { Report = [.. arguments.Skip(index)] },
                "--dry-run" when asked.Report is ["retention"] => asked with { Report = ["retention", "--dry-run"] },
                "--dry-run" when asked.Import is { } import => asked with { Import = import with { DryRun = true } },
                var late and ("--report" or "--dry-run") => throw Refuse($"{late} goes with an import, after its file, or with retention."),
                "--replace" => throw Refuse("--replace goes with a restore, after its file."),
                var unknown => throw Refuse($"{unknown} is not an option."),
            };
            if (asked.Report is ["mails", ..]) break;
        }

        return asked;
    }

    private static bool NextIsValue(IReadOnlyList<string> arguments, int index) =>
        index + 1 < arguments.Count && !arguments[index + 1].StartsWith('-') && arguments[index + 1] != "import";

    private static int Count(string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is >= 1 and <= 16
            ? count
            : throw Refuse($"{value} is not a number of silos between 1 and 16.");

    private static StartException Refuse(string sentence) => new(sentence, Usage);
}
