using System.Globalization;
using SpPlus.Faults.Mutants;
using SpPlus.Faults.Schedule;

namespace SpPlus.Faults;

/// <summary>What a run is asked for.</summary>
internal sealed record RunOptions
{
    /// <summary>Decides which faults come, when and in which order, and what the callers do. What the machine makes of it may differ.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Of faults and load; starting, the end's settling and the check come on top.</summary>
    public TimeSpan Length { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>A fault that is built in on purpose: the checker has to find it.</summary>
    public Mutant Mutant { get; init; }

    /// <summary>The one kind of fault that comes; null: all of them.</summary>
    public string? Only { get; init; }

    public int Silos { get; init; } = 2;

    public int Callers { get; init; } = 12;

    /// <summary>Where another version of this program is built: the first silo is that one's, as in the middle of an update.</summary>
    public string? Beside { get; init; }

    public static RunOptions? Parse(string[] args)
    {
        var options = new RunOptions { Seed = Random.Shared.Next(1, 100_000) };
        for (var i = 0; i < args.Length; i += 2)
        {
            if (i + 1 == args.Length) return null;
            var (name, value) = (args[i], args[i + 1]);
            if (name == "--mutant" && Enum.TryParse<Mutant>(value, ignoreCase: true, out var mutant)) options = options with { Mutant = mutant };
            else if (name == "--only" && FaultKinds.All.Any(fault => fault.Kind == value)) options = options with { Only = value };
            else if (name == "--beside" && File.Exists(Path.Combine(value, "SpPlus.Faults.dll"))) options = options with { Beside = Path.GetFullPath(value) };
            else if (name == "--minutes" && double.TryParse(value, CultureInfo.InvariantCulture, out var minutes) && minutes is > 0 and <= 600)
                options = options with { Length = TimeSpan.FromMinutes(minutes) };
            else if (!int.TryParse(value, CultureInfo.InvariantCulture, out var number) || number < 0) return null;
            else if (name == "--seed") options = options with { Seed = number };
            else if (name == "--silos" && number is 2 or 3) options = options with { Silos = number };
            else if (name == "--callers" && number is > 0 and <= 256) options = options with { Callers = number };
            else return null;
        }

        return options;
    }

    public static int Explain()
    {
        Console.Error.WriteLine(
            $"--minutes M (default 1)  --seed N  --silos 2|3  --callers 1-256  --only KIND  --beside FOLDER  --mutant {string.Join('|', Enum.GetNames<Mutant>())}");
        Console.Error.WriteLine($"kinds: {string.Join(", ", FaultKinds.All.Select(fault => fault.Kind))}");
        return 2;
    }
}
