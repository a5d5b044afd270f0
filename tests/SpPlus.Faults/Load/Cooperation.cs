using SpPlus.Contracts.Experiences;
using SpPlus.Tests.Experiences.Decisions;

namespace SpPlus.Faults.Load;

/// <summary>
/// What structures do with an experience before they answer it, by one person's dice: give it to a colleague, to another network, or back; say
/// that they are not concerned. Null where an answer did not come or was a refusal.
/// </summary>
internal sealed class Cooperation(Random dice, Writer writer)
{
    /// <summary>The structure that goes on with it, where somebody does.</summary>
    public async Task<(string? Structure, int Version)?> Handled(ExperienceId id, string structure, IReadOnlyList<string> concerned, bool patient)
    {
        if (dice.Next(5) == 0 && await writer.Send(
            id, New.Assignment(structure, People.Agent(structure).Subject), People.SuperAgent(structure), patient) is not { Accepted: true }) return null;
        return dice.Next(10) switch
        {
            0 when concerned.Count > 1 => await NotConcerned(id, structure, patient),
            1 or 2 => await HandedOver(id, structure, concerned, patient),
            _ => (structure, 0),
        };
    }

    private async Task<(string?, int)?> NotConcerned(ExperienceId id, string structure, bool patient) =>
        await writer.Send(id, New.NotConcerned(structure, 0), People.Agent(structure), patient) is { } answer
            ? answer.Accepted ? (null, 0) : (structure, 0)
            : null;

    private async Task<(string?, int)?> HandedOver(ExperienceId id, string structure, IReadOnlyList<string> concerned, bool patient)
    {
        var others = People.Structures.Except(concerned).ToArray();
        var to = others[dice.Next(others.Length)];
        if (await writer.Send(id, New.Transfer(structure, 0, to), People.Agent(structure), patient) is not { Accepted: true } asked) return null;
        var (resolution, caller) = dice.Next(4) switch
        {
            0 => ((ExperienceCommand)New.TransferWithdrawal(structure, asked.Version), People.Agent(structure)),
            1 => (New.TransferRefusal(structure, asked.Version), People.Moderator),
            _ => (New.Acceptance(structure, asked.Version), People.Moderator),
        };
        if (await writer.Send(id, resolution, caller, patient) is not { Accepted: true } resolved) return null;
        return resolution is AcceptTransfer ? (to, 0) : (structure, resolved.Version);
    }
}
