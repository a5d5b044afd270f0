using System.Collections.Concurrent;
using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;
using SpPlus.Tests.Experiences;
using SpPlus.Tests.Experiences.Decisions;

namespace SpPlus.Tests.Faults;

/// <summary>
/// People who write without a pause. Each makes experiences of its own and comments on everybody's; after a lost answer half of
/// them send the same command again and half go away, so that some outcomes stay unknown.
/// </summary>
internal sealed class Callers(IGrainFactory grains, Caller moderator, Caller agent, int hotExperiences)
{
    private const int Attempts = 12;
    private readonly ConcurrentQueue<SentOperation> sent = new();
    private readonly ConcurrentBag<string> surprises = [];
    private readonly ExperienceId[] hot = [.. Enumerable.Range(0, hotExperiences).Select(i => ExperienceId.From($"hot {i}"))];
    private int acknowledged;
    private (int Count, TaskCompletionSource Reached) goal = (int.MaxValue, new());
    private volatile bool over;

    public IReadOnlyCollection<SentOperation> Sent => sent;

    /// <summary>Answers that no fault explains.</summary>
    public IReadOnlyCollection<string> Surprises => surprises;

    public async Task MakeHotExperiences()
    {
        foreach (var id in hot)
        {
            await Send(id, Submission(), Caller.Anonymous, true, "experience-submitted");
            await Send(id, New.Publication("caf-gironde"), moderator, true, "experience-published", "structure-attached");
        }
    }

    public async Task Write(int number)
    {
        var random = new Random(number);
        for (var round = 0; !over; round++)
        {
            var (id, patient) = (ExperienceId.From($"caller {number}, experience {round}"), random.Next(2) == 0);
            for (var i = 0; i < 10 && !over; i++) await Send(hot[random.Next(hot.Length)], New.Comment(), agent, patient, "comment-added");
            // What follows needs what went before: an unknown outcome ends it.
            _ = await Send(id, Submission(), Caller.Anonymous, patient, "experience-submitted")
                && await Send(id, New.Publication("caf-gironde", "cpam-gironde", "drfip-gironde"), moderator, patient,
                    "experience-published", "structure-attached", "structure-attached", "structure-attached")
                && await Send(id, New.Draft("caf-gironde", 0), agent, patient, "draft-saved")
                && await Send(id, New.Draft("caf-gironde", 1, An.Text("Suite")), agent, patient, "draft-saved")
                && await Send(id, New.Routing(3, "caf-gironde", "france-travail", "msa-gironde"), moderator, patient,
                    "structure-detached", "structure-detached", "structure-attached", "structure-attached");
        }
    }

    /// <summary>Completes when so many more commands have been acknowledged.</summary>
    public Task MoreAcknowledged(int count)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        goal = (Volatile.Read(ref acknowledged) + count, reached);
        return reached.Task;
    }

    public void Stop() => over = true;

    private async Task<bool> Send(ExperienceId id, ExperienceCommand command, Caller caller, bool patient, params string[] kinds)
    {
        var operation = new SentOperation(command.OperationId, id.Value, [.. kinds]);
        sent.Enqueue(operation);
        for (var attempt = 0; attempt < (patient ? Attempts : 1); attempt++)
        {
            try
            {
                var result = await grains.GetGrain<IExperienceGrain>(id.Value).Execute(command, caller);
                if (result.Refusal == Refusal.Unavailable) continue;
                if (!result.Accepted) surprises.Add($"{command.GetType().Name} of {id}, attempt {attempt + 1}: {result.Refusal}");
                operation.Acknowledged = result.Accepted;
                if (Interlocked.Increment(ref acknowledged) >= goal.Count) goal.Reached.TrySetResult();
                return result.Accepted;
            }
            catch (Exception)
            {
                // The outcome is unknown: what the test is about.
            }
        }

        return false;
    }

    private static SubmitExperience Submission() => New.Submission() with { Email = "auteur@exemple.fr" };
}
