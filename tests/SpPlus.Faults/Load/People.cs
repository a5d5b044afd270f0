using System.Collections.Immutable;
using SpPlus.Contracts.Accounts;

namespace SpPlus.Faults.Load;

/// <summary>Who works on the platform during a run.</summary>
internal static class People
{
    public static readonly ImmutableArray<string> Structures = ["caf-gironde", "cpam-gironde", "drfip-gironde", "france-travail", "msa-gironde"];

    public static readonly Caller Moderator = Caller.Agent("moderator-ditp");

    public static IEnumerable<(string Subject, Profile Profile, string Structure)> Accounts =>
    [
        ("moderator-ditp", Profile.Moderator, "ditp"),
        .. Structures.Select(structure => ($"agent-{structure}", Profile.Agent, structure)),
        .. Structures.Select(structure => ($"superagent-{structure}", Profile.SuperAgent, structure)),
    ];

    public static Caller Agent(string structure) => Caller.Agent($"agent-{structure}");

    public static Caller SuperAgent(string structure) => Caller.Agent($"superagent-{structure}");
}
