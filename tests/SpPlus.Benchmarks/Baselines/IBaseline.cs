using SpPlus.Contracts.Experiences;
using SpPlus.Silo.Accounts;

namespace SpPlus.Benchmarks.Baselines;

/// <summary>A command done the ordinary way: read, decide, write, in one transaction. Accepted means durable here too.</summary>
internal interface IBaseline
{
    Task<CommandResult> Execute(ExperienceId id, ExperienceCommand command, Account account);
}
