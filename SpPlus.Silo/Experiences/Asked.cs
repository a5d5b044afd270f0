using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;

namespace SpPlus.Silo.Experiences;

/// <summary>A command that waits for its turn, and its caller for the answer. The first answer stands.</summary>
internal sealed class Asked(ExperienceCommand command, Caller caller)
{
    private readonly TaskCompletionSource<CommandResult> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ExperienceCommand Command => command;

    public Caller Caller => caller;

    public Task<CommandResult> Answer => answer.Task;

    public void Tell(CommandResult result) => answer.TrySetResult(result);

    public void Fail(Exception exception) => answer.TrySetException(exception);
}
